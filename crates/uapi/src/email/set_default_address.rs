//! `Email::set_default_address`

use api::{Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{
        catch_all, domains,
        forwarders::{self, Kinds, Wish},
    },
};

/// Sets where mail to addresses goes that a domain has not.
#[derive(Input)]
pub struct Params {
    /// What becomes of it: `fwd`, `fail`, `blackhole`, `pipe` or `system`.
    pub fwdopt: Kinds,
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// With `fail`, the text that goes back.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// With `fwd`, the address, or the account's own name.
    pub fwdemail: Option<String>,
    /// With `pipe`, the program, below the home.
    pub pipefwd: Option<String>,
}

/// What was set.
#[derive(Output)]
pub struct Item {
    /// Where the mail goes now.
    pub dest: String,
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct SetDefaultAddress;

impl Function for SetDefaultAddress {
    const NAME: &'static str = "set_default_address";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domain = params.domain.unwrap_or_else(|| account.record().domain.clone());
        let domain = domains::own(change.tx(), &account, "domain", &domain)?;
        let own = Some(account.name().as_str());
        let is_own = params.fwdopt == Kinds::Forward && params.fwdemail.as_deref() == own;
        let kind = if is_own { Kinds::System } else { params.fwdopt };
        let wish = Wish {
            addresses: params.fwdemail.as_deref(),
            system: own,
            fail: Some(&params.failmsgs),
            program: params.pipefwd.as_deref(),
        };
        let destinations = forwarders::wished(&account, kind, wish)?;
        let [destination] = destinations.as_slice() else {
            return Err(Error::param("fwdemail", "must be one address"));
        };
        let domain = catch_all::set(&mut change, &account, domain, destination)?;
        change.commit(OnFailure::Undo)?;
        Ok(vec![Item { dest: catch_all::shown(&domain), domain: domain.domain }])
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn each_kind_is_set_and_told_to_the_server() {
        let world = world();
        for (kind, param, value, dest, kept) in [
            ("fwd", "fwdemail", "x@else.test", "x@else.test", "x@else.test"),
            ("fail", "failmsgs", "Gone", ":fail: Gone", ":fail: Gone"),
            ("pipe", "pipefwd", "bin/x", "|/home/amy/bin/x", "|/home/amy/bin/x"),
            ("fwd", "fwdemail", "amy", "amy", ""),
        ] {
            let told = data(&world, "set_default_address", &[("fwdopt", kind), (param, value)]);
            assert_eq!((&told[0]["dest"], &told[0]["domain"]), (&dest.into(), &"amy.test".into()));
            let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
            assert_eq!(domain.record.catch_all, kept);
        }
    }

    #[test]
    fn the_wrong_parameter_is_named() {
        let world = world();
        let set = |form: &[(&str, &str)]| refusal(&world, "set_default_address", form);
        assert!(set(&[("fwdopt", "fwd")]).starts_with("fwdemail: "));
        assert!(
            set(&[("fwdopt", "fwd"), ("fwdemail", "a@b.test,c@d.test")]).starts_with("fwdemail: ")
        );
        assert!(set(&[("fwdopt", "blackhole"), ("domain", "bob.test")]).starts_with("domain: "));
        assert!(set(&[("fwdopt", "other")]).starts_with("fwdopt: "));
    }
}
