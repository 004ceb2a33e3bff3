//! `adddns`

use std::net::{IpAddr, Ipv6Addr};

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Error, Function, Input, Legacy, Needs, Param,
    Result, Type, UserName, Word,
    form::one,
    records::{AccountRecord, DomainRecord, Tx},
    zone::{InitialZone, Zone, ZoneOptions, next_serial},
};

use crate::domain::{
    accounts::names,
    change::{Change, OnFailure},
    dns::access,
    resellers::nameservers,
    zones,
};

/// Makes a DNS zone from a template.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone's name.
    pub domain: DomainName,
    /// The IPv4 address of its names.
    pub ip: IpAddr,
    /// An IPv6 address of its names besides; empty or `null` for none.
    pub ipv6: Option<Ipv6OrNull>,
    /// What it is made from: `standard`, `simple` (no names of the server's pages), or
    /// `standardvirtualftp`.
    #[param(default = "standard")]
    pub template: Template,
    /// The account whose zone it is; the caller's own where none is named.
    pub trueowner: Option<UserName>,
}

/// An IPv6 address, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ipv6OrNull(Option<Ipv6Addr>);

impl Param for Ipv6OrNull {
    const TYPE: Type = Type::Ip;
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            "" | "null" => Ok(Self(None)),
            text => {
                text.parse().map(Some).map(Self).map_err(|_| "must be an IPv6 address".to_owned())
            }
        }
    }
}

/// What a zone is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Template {
    /// All that a site and its mail need.
    #[word("standard")]
    Standard,
    /// The same without the names of the server's pages and the policies of mail.
    #[word("simple")]
    Simple,
    /// The same as [`Template::Standard`]: `ftp` is an alias of the domain in each.
    #[word("standardvirtualftp")]
    StandardVirtualFtp,
}

impl From<&str> for Template {
    fn from(_: &str) -> Self {
        Self::Standard
    }
}

/// See [`Params`].
pub struct Adddns;

impl Function for Adddns {
    const NAME: &'static str = "adddns";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        check_name(cx, change.tx(), &params.domain)?;
        let owner = access::owner_of_new(cx, change.tx(), params.trueowner.as_ref())?;
        let zone = make(cx, change.tx(), &params, owner.as_ref())?;
        zones::add(&mut change, &zone)?;
        change.commit(OnFailure::Undo)?;
        let owner = owner.map_or_else(|| "root".to_owned(), |owner| owner.to_string());
        cx.reason(format!("Added {} ok belonging to user {owner}", params.domain));
        Ok(())
    }
}

/// Only root may have a zone whose answers would be taken for another owner's, or the server's.
fn check_name(cx: &Cx<'_>, tx: &dyn Tx, domain: &DomainName) -> Result<()> {
    zones::check_free(tx, "domain", domain)?;
    if cx.caller.is_rootlike() {
        return Ok(());
    }
    if *domain == *cx.host.system.hostname()?.to_ascii_lowercase() {
        let rule = format!("“{domain}” is the name of the server itself.");
        return Err(Error::param("domain", rule));
    }
    let taken: Option<DomainRecord> = tx.find(&[domain.into()])?;
    if let Some(taken) = taken
        && cx.account(tx, &taken.account).is_err()
    {
        return Err(Error::denied(format!("domain: “{domain}” is another owner's.")));
    }
    access::check_above(cx, tx, "domain", domain)?;
    names::check_relatives(cx, tx, "domain", domain)
}

fn make(cx: &Cx<'_>, tx: &dyn Tx, params: &Params, owner: Option<&UserName>) -> Result<Zone> {
    if !params.ip.is_ipv4() {
        return Err(Error::param("ip", "must be an IPv4 address; ipv6 takes the other kind"));
    }
    let account: Option<AccountRecord> = match owner {
        Some(owner) => tx.find(&[owner.into()])?,
        None => None,
    };
    let nameservers = account.as_ref().map_or(&cx.caller.user, |account| &account.owner);
    let nameservers = nameservers::of(cx.host, tx, nameservers)?;
    let full = params.template != Template::Simple;
    let options = ZoneOptions { services: full, spf: full, dmarc: full, ..ZoneOptions::default() };
    let mut zone = Zone::initial(&InitialZone {
        domain: &params.domain,
        account: owner,
        ip: params.ip,
        nameservers: &nameservers,
        contact: &account.map_or_else(EmailAddress::default, |account| account.email),
        serial: next_serial(0, zones::today(cx.now())?),
        options,
    })?;
    if let Some(Ipv6OrNull(Some(ip))) = params.ipv6 {
        zones::add_addresses(&mut zone, params.ip, ip.into());
    }
    Ok(zone)
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn values(world: &World, zone: &str, name: &str, kind: &str) -> Vec<String> {
        let zone = world.machine.find_zone(zone).unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == kind);
        lines.map(|line| line.value.clone()).collect()
    }

    #[test]
    fn a_zone_is_made_and_served() {
        let world = World::new().account("anna", "root");
        let form = [
            ("domain", "new.test"),
            ("ip", "192.0.2.9"),
            ("ipv6", "2001:db8::9"),
            ("trueowner", "anna"),
        ];
        let answer = world.call("root", "adddns", &form).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Added new.test ok belonging to user anna");
        assert_eq!(values(&world, "new.test", "", "A"), ["192.0.2.9"]);
        assert_eq!(values(&world, "new.test", "", "AAAA"), ["2001:db8::9"]);
        assert_eq!(values(&world, "new.test", "", "MX"), ["0 new.test."]);
        assert!(world.refusal("root", "adddns", &form).starts_with("domain: "));
        let form = [
            ("domain", "plain.test"),
            ("ip", "192.0.2.9"),
            ("ipv6", "null"),
            ("template", "simple"),
        ];
        let answer = world.call("root", "adddns", &form).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Added plain.test ok belonging to user root");
        assert!(values(&world, "plain.test", "cpanel", "A").is_empty());
    }

    #[test]
    fn a_reseller_makes_zones_for_own_accounts_that_are_below_nobody_elses() {
        let world = World::new()
            .reseller("bob", &[Acl::CreateDns])
            .account("anna", "root")
            .account("bert", "bob");
        let add = |domain: &str, owner: &str| {
            let form = [("domain", domain), ("ip", "192.0.2.9"), ("trueowner", owner)];
            world.call("bob", "adddns", &form)
        };
        for (domain, owner, said) in [
            ("host.example.test", "bert", "domain: "),
            ("www.anna.test", "bert", "domain: "),
            ("new.test", "anna", "trueowner: "),
            ("new.test", "nobody", "trueowner: "),
            ("new.test", "root", "trueowner: "),
        ] {
            let told = add(domain, owner).unwrap_err().to_string();
            assert!(told.starts_with(said), "{domain} {owner}: {told}");
        }
        add("sub.bert.test", "bert").unwrap();
        add("new.test", "bert").unwrap();
        world.call("bob", "adddns", &[("domain", "own.test"), ("ip", "192.0.2.9")]).unwrap();
    }

    #[test]
    fn the_wrong_parameter_is_named_and_nothing_is_made() {
        let world = World::new();
        for (name, value) in
            [("ip", "2001:db8::1"), ("ip", "x"), ("ipv6", "192.0.2.1"), ("template", "mine")]
        {
            let mut form = vec![("domain", "new.test"), (name, value)];
            if name != "ip" {
                form.push(("ip", "192.0.2.9"));
            }
            let said = world.refusal("root", "adddns", &form);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        assert!(world.machine.find_zone("new.test").unwrap().is_none());
    }
}
