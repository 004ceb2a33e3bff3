//! `Email::add_domain_forwarder`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{domains, forwarders},
};

/// Has all mail of a domain for which nothing else is said go to another domain.
#[derive(Input)]
pub struct Params {
    /// The domain that gets the mail.
    pub destdomain: DomainName,
    /// The domain.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct AddDomainForwarder;

impl Function for AddDomainForwarder {
    const NAME: &'static str = "add_domain_forwarder";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domain = domains::own(change.tx(), &account, "domain", &params.domain)?;
        let file = format!("File updated \"/etc/vdomainaliases/{}\"", domain.domain);
        forwarders::set_domain(&mut change, domain, Some(params.destdomain))?;
        change.commit(OnFailure::Undo)?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn a_domain_is_forwarded() {
        let world = world();
        let form = [("domain", "amy.test"), ("destdomain", "else.test")];
        let told = data(&world, "add_domain_forwarder", &form);
        assert_eq!(told, "File updated \"/etc/vdomainaliases/amy.test\"");
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(domain.record.forwards_to.unwrap().as_str(), "else.test");
        assert!(strange(&world, "add_domain_forwarder", &form).is_err());
        let form = [("domain", "amy.test"), ("destdomain", "amy.test")];
        assert!(refusal(&world, "add_domain_forwarder", &form).starts_with("destdomain: "));
    }
}
