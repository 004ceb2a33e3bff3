//! `Email::add_forwarder`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result,
    mail::Destination,
};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{
        addresses,
        forwarders::{self, Kinds, Wish},
    },
};

/// Adds forwarders to an address.
#[derive(Input)]
pub struct Params {
    /// The domain of the address.
    pub domain: DomainName,
    /// The address that is forwarded: its local part, or whole.
    pub email: String,
    /// What becomes of its mail: `fwd`, `fail`, `blackhole`, `pipe` or `system`.
    pub fwdopt: Kinds,
    /// With `fail`, the text that goes back.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// With `fwd`, the addresses, parted by commas.
    pub fwdemail: Option<String>,
    /// With `system`, the account.
    pub fwdsystem: Option<String>,
    /// With `pipe`, the program, below the home.
    pub pipefwd: Option<String>,
}

/// A forwarder.
#[derive(Output)]
pub struct Item {
    /// The domain of the address.
    pub domain: DomainName,
    /// The address that is forwarded.
    pub email: EmailAddress,
    /// Where its mail goes.
    pub forward: String,
}

/// See [`Params`].
pub struct AddForwarder;

impl Function for AddForwarder {
    const NAME: &'static str = "add_forwarder";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let (address, domain) =
            addresses::own(change.tx(), &account, "email", &params.email, Some(&params.domain))?;
        let wish = Wish {
            addresses: params.fwdemail.as_deref(),
            system: params.fwdsystem.as_deref(),
            fail: Some(&params.failmsgs),
            program: params.pipefwd.as_deref(),
        };
        let destinations = forwarders::wished(&account, params.fwdopt, wish)?;
        for destination in &destinations {
            forwarders::add(&mut change, (&address, &domain), destination)?;
        }
        change.commit(OnFailure::Undo)?;
        let item = |to: Destination| Item {
            domain: domain.domain.clone(),
            email: address.clone(),
            forward: to.to_string(),
        };
        Ok(destinations.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn each_kind_of_forwarder_is_added_and_told_to_the_server() {
        let world = world();
        for (kind, param, value, forward) in [
            ("fwd", "fwdemail", "x@else.test", "x@else.test"),
            ("fail", "failmsgs", "Gone", ":fail: Gone"),
            ("blackhole", "failmsgs", "", ":blackhole:"),
            ("pipe", "pipefwd", "bin/sort.pl", "|/home/amy/bin/sort.pl"),
            ("system", "fwdsystem", "amy", "amy"),
        ] {
            let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", kind), (param, value)];
            let told = data(&world, "add_forwarder", &form);
            assert_eq!(
                (&told[0]["forward"], &told[0]["email"]),
                (&forward.into(), &"x@amy.test".into())
            );
            assert!(refusal(&world, "add_forwarder", &form).contains("already exists"));
        }
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(told.forwarders.len(), 5);
    }

    #[test]
    fn what_is_missing_or_not_the_accounts_is_refused() {
        let world = world();
        for (kind, param, value, said) in [
            ("fwd", "failmsgs", "x", "fwdemail: is required with fwdopt=fwd"),
            ("fwd", "fwdemail", "no address", "fwdemail: "),
            ("fwd", "fwdemail", "x@amy.test", "fwdemail: an address may not be"),
            ("pipe", "pipefwd", "/usr/bin/true", "pipefwd: "),
            ("pipe", "pipefwd", "../../bin/true", "pipefwd: "),
            ("system", "fwdsystem", "bob", "fwdsystem: "),
            ("other", "fwdemail", "a@b.test", "fwdopt: "),
        ] {
            let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", kind), (param, value)];
            let told = refusal(&world, "add_forwarder", &form);
            assert!(told.starts_with(said), "{told}");
        }
        let form = [("domain", "amy.test"), ("email", "x"), ("fwdopt", "blackhole")];
        assert!(strange(&world, "add_forwarder", &form).is_err());
        assert_eq!(data(&world, "count_forwarders", &[]), 0);
    }
}
