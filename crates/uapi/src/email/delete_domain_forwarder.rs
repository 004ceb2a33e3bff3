//! `Email::delete_domain_forwarder`

use api::{Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{domains, forwarders},
};

/// Deletes a domain's forwarder.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DeleteDomainForwarder;

impl Function for DeleteDomainForwarder {
    const NAME: &'static str = "delete_domain_forwarder";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domain = domains::own(change.tx(), &account, "domain", &params.domain)?;
        if domain.forwards_to.is_none() {
            return Err(Error::not_found(format!("domain: “{}” is not forwarded.", domain.domain)));
        }
        forwarders::set_domain(&mut change, domain, None)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_forwarder_goes() {
        let world = world();
        let domain = [("domain", "amy.test")];
        let said = refusal(&world, "delete_domain_forwarder", &domain);
        assert_eq!(said, "domain: “amy.test” is not forwarded.");
        let form = [("domain", "amy.test"), ("destdomain", "else.test")];
        data(&world, "add_domain_forwarder", &form);
        assert!(strange(&world, "delete_domain_forwarder", &domain).is_err());
        data(&world, "delete_domain_forwarder", &domain);
        assert!(
            world.machine.mail_domain("amy.test").unwrap().unwrap().record.forwards_to.is_none()
        );
    }
}
