//! `set_nameserver`

use api::{Cx, Effect, Error, Function, Input, Kind, Needs, Output, Result, Word};

use crate::domain::{
    change::{Change, OnFailure},
    dns::program,
};

/// Chooses the program that serves zones, or that none does. This server's own does what PowerDNS
/// does, and it cannot be BIND.
#[derive(Debug, Input)]
pub struct Params {
    /// The program.
    pub nameserver: Program,
}

/// A program that serves zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Program {
    /// BIND, which is refused.
    #[word("BIND")]
    Bind,
    /// `PowerDNS`.
    #[word("PowerDNS")]
    PowerDns,
    /// None: zones are kept and nobody is answered.
    #[word("Disabled")]
    Disabled,
}

/// What `set_nameserver` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// What was done.
    pub message: String,
    /// The program.
    pub nameserver: Chosen,
}

/// The program that was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Chosen {
    /// `PowerDNS`.
    #[word("powerdns")]
    PowerDns,
    /// None.
    #[word("disabled")]
    Disabled,
}

/// See [`Params`].
pub struct SetNameserver;

impl Function for SetNameserver {
    const NAME: &'static str = "set_nameserver";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, Params { nameserver }: Params) -> Result<Reply> {
        let (nameserver, message) = match nameserver {
            Program::PowerDns => (Chosen::PowerDns, "Zones are served, as PowerDNS does."),
            Program::Disabled => {
                (Chosen::Disabled, "Zones are kept, and nobody is answered about them.")
            }
            Program::Bind => {
                let said = "nameserver: this server has no BIND: use PowerDNS or Disabled.";
                return Err(Error::new(Kind::Conflict, said));
            }
        };
        let mut change = Change::begin(cx)?;
        program::switch(&mut change, nameserver == Chosen::PowerDns)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { message: message.to_owned(), nameserver })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use api::{Acl, ports::Dns as _, records::Subject};

    use crate::{domain::apply, testing::World};

    #[test]
    fn the_server_is_switched_off_and_on() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "set_nameserver", &[("nameserver", "Disabled")]);
        assert_eq!(told["nameserver"], "disabled");
        assert!(!world.machine.serves().unwrap());
        let sign = [("domain", "anna.test")];
        let refused = world.call("root", "enable_dnssec_for_domains", &sign).unwrap();
        assert_eq!(refused.data["domains"][0]["enabled"], 0);
        assert!(refused.notes.warnings[0].contains("switched off"), "{refused:?}");
        let said = world.refusal("root", "fetch_ds_records_for_domains", &sign);
        assert!(said.contains("switched off"), "{said}");
        let world = world.account("ben", "root");
        assert!(world.machine.find_zone("ben.test").unwrap().is_some(), "zones are kept");
        let told = world.data("root", "set_nameserver", &[("nameserver", "PowerDNS")]);
        assert_eq!(told["nameserver"], "powerdns");
        assert!(world.machine.serves().unwrap());
        world.call("root", "enable_dnssec_for_domains", &sign).unwrap();
    }

    #[test]
    fn other_programs_and_callers_are_refused() {
        let world = World::new().reseller("bob", &[Acl::NsConfig, Acl::EditDns]);
        let said = world.refusal("root", "set_nameserver", &[("nameserver", "BIND")]);
        assert!(said.starts_with("nameserver: this server has no BIND"), "{said}");
        for form in [&[("nameserver", "powerdns")][..], &[]] {
            assert!(world.refusal("root", "set_nameserver", form).starts_with("nameserver: "));
        }
        assert!(world.call("bob", "set_nameserver", &[("nameserver", "Disabled")]).is_err());
        assert!(world.machine.serves().unwrap());
    }

    #[test]
    fn a_server_that_differs_is_found_and_one_that_is_away_changes_nothing() {
        let (world, outage) = World::with_outage();
        world.machine.set_serving(false).unwrap();
        assert_eq!(apply::drift(&world.host).unwrap(), [Subject::DnsServer]);
        apply::subject(&world.host, &Subject::DnsServer).unwrap();
        assert!(world.machine.serves().unwrap());
        outage.away.store(true, Ordering::SeqCst);
        assert!(world.call("root", "set_nameserver", &[("nameserver", "Disabled")]).is_err());
        outage.away.store(false, Ordering::SeqCst);
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }
}
