//! `get_domain_info`

use std::{ops::ControlFlow, sync::Arc};

use api::{
    Acl, Cx, DomainName, Effect, Flag, Function, Host, Input, List, Needs, Output, Record, Result,
    Scope, UserName,
    records::{DomainKind, DomainRecord, Select, Tx, Where},
    reply::{Narrow, Narrowed, Source},
};

/// How many accounts are read at a time.
const BATCH: u64 = 200;

/// Gives the owner, the kind, the addresses and the ports of every domain.
#[derive(Debug, Input)]
pub struct Params {}

/// The domains.
#[derive(Output)]
pub struct Reply {
    /// The domains, by account and name.
    pub domains: List<Domain>,
}

/// A domain.
#[derive(Debug, Output)]
pub struct Domain {
    /// The folder of its site, as a whole path.
    pub docroot: String,
    /// The domain.
    pub domain: DomainName,
    /// What it is to its account.
    pub domain_type: DomainKind,
    /// The IPv4 address of the site.
    pub ipv4: String,
    /// The same with TLS.
    pub ipv4_ssl: String,
    /// The IPv6 address of the site; null where it has none.
    pub ipv6: Option<String>,
    /// Whether that address is its alone.
    pub ipv6_is_dedicated: Flag,
    /// Whether requests are checked by `ModSecurity`.
    pub modsecurity_enabled: Flag,
    /// The account's main domain.
    pub parent_domain: DomainName,
    /// The version of PHP; empty for the server's own.
    pub php_version: String,
    /// The port of the site without TLS.
    pub port: u16,
    /// The port of the site with TLS.
    pub port_ssl: u16,
    /// The account.
    pub user: UserName,
    /// Root or the reseller that owns the account.
    pub user_owner: UserName,
}

/// The columns of an account that its domains tell.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Holder {
    name: UserName,
    domain: DomainName,
    owner: UserName,
    home: String,
    ip: String,
}

/// See [`Params`].
pub struct GetDomainInfo;

impl Function for GetDomainInfo {
    const NAME: &'static str = "get_domain_info";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let domains = Domains { host: Arc::clone(cx.host), scope: cx.scope() };
        Ok(Reply { domains: List::Source(Box::new(domains)) })
    }
}

/// The domains of a scope, a few accounts in memory at a time.
struct Domains {
    host: Arc<Host>,
    scope: Scope,
}

impl Source<Domain> for Domains {
    fn narrow(&mut self, _: &Narrow) -> Result<Narrowed> {
        Ok(Narrowed::default())
    }

    fn each(
        self: Box<Self>,
        row: &mut dyn FnMut(&Domain) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let tx = self.host.store.read()?;
        let mut last = None;
        loop {
            let holders = holders(&*tx, &self.scope, last.as_ref())?;
            let Some(end) = holders.last() else { return Ok(()) };
            last = Some(end.name.clone());
            for record in domains(&*tx, &holders)? {
                let Some(holder) = holders.iter().find(|one| one.name == record.account) else {
                    continue;
                };
                if row(&domain(record, holder, self.host.settings.web_ports))?.is_break() {
                    return Ok(());
                }
            }
        }
    }
}

fn holders(tx: &dyn Tx, scope: &Scope, last: Option<&UserName>) -> Result<Vec<Holder>> {
    let mut filter = scope.filter();
    filter.extend(last.map(|last| Where::Above("name", last.into())));
    tx.list(&Select { filter, order: vec![("name", false)], window: Some((0, BATCH)) })
}

fn domains(tx: &dyn Tx, holders: &[Holder]) -> Result<Vec<DomainRecord>> {
    let names = holders.iter().map(|holder| (&holder.name).into()).collect();
    tx.list(&Select {
        filter: vec![Where::In("account", names)],
        order: vec![("account", false), ("name", false)],
        window: None,
    })
}

fn domain(record: DomainRecord, holder: &Holder, ports: (u16, u16)) -> Domain {
    Domain {
        docroot: format!("{}/{}", holder.home, record.document_root),
        domain: record.name,
        domain_type: record.kind,
        ipv4: holder.ip.clone(),
        ipv4_ssl: holder.ip.clone(),
        ipv6: None,
        ipv6_is_dedicated: Flag(false),
        modsecurity_enabled: Flag(false),
        parent_domain: holder.domain.clone(),
        php_version: String::new(),
        port: ports.0,
        port_ssl: ports.1,
        user: record.account,
        user_owner: holder.owner.clone(),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn only_domains_of_own_accounts_are_given() {
        let world = World::new()
            .reseller("bob", &[Acl::AcctSummary])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        let domains = |user: &str| {
            let data = world.data(user, "get_domain_info", &[]);
            let rows = data["domains"].as_array().unwrap().clone();
            rows.iter().map(|row| row["domain"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(domains("root"), ["anna.test", "carl.test"]);
        assert_eq!(domains("bob"), ["anna.test"]);
    }

    #[test]
    fn a_domain_is_told_with_its_account() {
        let world = World::new().plant_account("anna", "root");
        let row = &world.data("root", "get_domain_info", &[])["domains"][0];
        assert_eq!(row["docroot"], "/home/anna/public_html");
        assert_eq!(row["domain_type"], "main");
        assert_eq!((&row["port"], &row["port_ssl"]), (&80.into(), &443.into()));
        assert_eq!(row["user_owner"], "root");
    }
}
