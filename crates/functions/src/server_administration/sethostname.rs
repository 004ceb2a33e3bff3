//! `sethostname`

use api::{
    Cx, DomainName, Effect, Error, Function, Input, Kind, Legacy, Needs, Result,
    records::{DomainRecord, ZoneRecord},
};

/// Gives the server another name. It must be a full one of at least three labels that nothing on the
/// server has: no domain, no zone, and no name of a service below one.
#[derive(Debug, Input)]
pub struct Params {
    /// The name, such as `panel.example.com`.
    pub hostname: DomainName,
}

/// See [`Params`].
pub struct Sethostname;

impl Function for Sethostname {
    const NAME: &'static str = "sethostname";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, Params { hostname }: Params) -> Result<()> {
        check_form(&hostname)?;
        check_free(cx, &hostname)?;
        let former = cx.host.system.hostname()?;
        cx.host.system.set_hostname(&hostname)?;
        cx.message(
            "The server's own certificate names the new host from its next start on; links to pages \
             do at once.",
        );
        cx.reason(format!("Hostname Changed to: {hostname} (it was {former})."));
        Ok(())
    }
}

/// First labels that name a service of the server and not a host.
const SERVICES: [&str; 9] = [
    "autoconfig",
    "autodiscover",
    "cpanel",
    "cpcalendars",
    "cpcontacts",
    "mail",
    "webdisk",
    "webmail",
    "whm",
];

fn check_form(name: &DomainName) -> Result<()> {
    let refuse = |rule: &str| Err(Error::param("hostname", rule));
    let first = name.as_str().split('.').next().unwrap_or_default();
    if name.as_str().split('.').count() < 3 {
        return refuse("must be a full name of at least three labels, such as host.example.com.");
    }
    if first == "www" || first.starts_with(|c: char| c.is_ascii_digit()) {
        return refuse("may start neither with “www.” nor with a digit.");
    }
    if SERVICES.contains(&first) {
        return refuse("may not be the name of a service, such as cpanel. or whm.");
    }
    Ok(())
}

fn check_free(cx: &Cx<'_>, name: &DomainName) -> Result<()> {
    let tx = cx.host.store.read()?;
    let domain: Option<DomainRecord> = tx.find(&[name.into()])?;
    let zone: Option<ZoneRecord> = tx.find(&[name.into()])?;
    if domain.is_none() && zone.is_none() {
        return Ok(());
    }
    let taken = format!("hostname: the server already has the domain “{name}”.");
    Err(Error::new(Kind::Exists, taken))
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_server_has_its_new_name_at_once() {
        let world = World::new();
        world.data("root", "sethostname", &[("hostname", "Panel.Example.org")]);
        assert_eq!(world.data("root", "gethostname", &[])["hostname"], "panel.example.org");
        let taken = [("username", "anna"), ("domain", "panel.example.org")];
        assert!(world.refusal("root", "createacct", &taken).contains("the name of the server"));
    }

    #[test]
    fn names_that_would_be_taken_for_something_else_are_refused() {
        let world = World::new().account("alice", "root").reseller("bob", &[]);
        for name in ["example.org", "www.example.org", "9.example.org", "whm.example.org", "x"] {
            let said = world.refusal("root", "sethostname", &[("hostname", name)]);
            assert!(said.starts_with("hostname: "), "{name}: {said}");
        }
        world.data("root", "adddns", &[("domain", "a.zone.test"), ("ip", "192.0.2.1")]);
        let said = world.refusal("root", "sethostname", &[("hostname", "a.zone.test")]);
        assert!(said.contains("already has"), "{said}");
        assert_eq!(
            world.refusal("bob", "sethostname", &[("hostname", "a.b.test")]),
            "The gate refused."
        );
        assert_eq!(world.data("root", "gethostname", &[])["hostname"], "host.example.test");
    }
}
