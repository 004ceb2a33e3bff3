//! `convert_addon_fetch_domain_details`

use api::{
    Acl, Cx, DomainName, Effect, Error, Flag, Function, Input, Needs, Output, Result,
    records::{
        Autoresponder, DomainRecord, Forwarder, MailDomainRecord, MailboxRecord, Record, Tx, is,
    },
};

use crate::domain::{
    conversions,
    domains::{Domains, roots},
    tls::hosts,
};

/// Give web, IP and mail facts of one addon domain.
#[derive(Input)]
pub struct Params {
    /// The domain: the addon domain.
    pub domain: DomainName,
}

/// What `convert_addon_fetch_domain_details` answers.
#[derive(Output)]
pub struct Reply {
    /// The document root.
    pub docroot: String,
    /// Whether it has dedicated IP address.
    pub has_dedicated_ip: Flag,
    /// Whether it has SSL cert installed.
    pub has_ssl_cert_installed: Flag,
    /// The IP address.
    pub ip: String,
    /// Whether it is SNI supported.
    pub is_sni_supported: Flag,
    /// The number of autoresponders.
    pub number_of_autoresponders: i64,
    /// The number of domain forwarders.
    pub number_of_domain_forwarders: i64,
    /// The number of email accounts.
    pub number_of_email_accounts: i64,
    /// The number of email forwarders.
    pub number_of_email_forwarders: i64,
    /// The owner.
    pub owner: String,
}

/// See [`Params`].
pub struct ConvertAddonFetchDomainDetails;

impl Function for ConvertAddonFetchDomainDetails {
    const NAME: &'static str = "convert_addon_fetch_domain_details";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let row = conversions::addon(&*tx, &params.domain)?;
        let unknown =
            |_| Error::not_found(format!("domain: there is no addon domain “{}”.", params.domain));
        let account = cx.account(&*tx, &row.account).map_err(unknown)?;
        let domains = Domains::of(&*tx, account.name())?;
        let site = domains.site_of(&row);
        let mail: Option<MailDomainRecord> = tx.find(&[(&row.name).into()])?;
        let forwards = mail.is_some_and(|mail| mail.forwards_to.is_some());
        Ok(Reply {
            docroot: roots::whole(&account, &row.document_root),
            has_dedicated_ip: account.record().dedicated_ip,
            has_ssl_cert_installed: Flag(hosts::find(&*tx, site)?.is_some()),
            ip: account.record().ip.clone(),
            is_sni_supported: Flag(true),
            number_of_autoresponders: count::<Autoresponder>(&*tx, &row)?,
            number_of_domain_forwarders: i64::from(forwards),
            number_of_email_accounts: count::<MailboxRecord>(&*tx, &row)?,
            number_of_email_forwarders: count::<Forwarder>(&*tx, &row)?,
            owner: row.account.to_string(),
        })
    }
}

/// How many rows of mail the domain has.
fn count<T: Record>(tx: &dyn Tx, row: &DomainRecord) -> Result<i64> {
    let number = tx.count::<T>(&[is("domain", &row.name)])?;
    Ok(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::domain::conversions::tests::world;

    #[test]
    fn an_addon_domain_is_told_to_those_who_see_its_account() {
        let world = world().reseller("carl", &[Acl::AcctSummary]);
        let form = [("domain", "shop.example")];
        let data = world.data("root", "convert_addon_fetch_domain_details", &form);
        assert_eq!(data["docroot"], "/home/alice/sites/shop");
        assert_eq!((&data["owner"], &data["ip"]), (&"alice".into(), &"192.0.2.10".into()));
        for domain in ["shop.example", "none.example"] {
            let form = [("domain", domain)];
            let said = world.refusal("carl", "convert_addon_fetch_domain_details", &form);
            assert_eq!(said, format!("domain: there is no addon domain “{domain}”."));
        }
        let form = [("domain", "alice.test")];
        let said = world.refusal("root", "convert_addon_fetch_domain_details", &form);
        assert!(said.starts_with("domain: "), "{said}");
    }
}
