//! `Email::set_manual_mx_redirects`

use std::collections::BTreeMap;

use api::{Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{domains, routing},
};

/// Hands the mail of domains to fixed hosts, whatever DNS says.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The host of each: a name or an address.
    #[param(family)]
    pub mx_host: Vec<String>,
}

/// See [`Params`].
pub struct SetManualMxRedirects;

impl Function for SetManualMxRedirects {
    const NAME: &'static str = "set_manual_mx_redirects";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = BTreeMap<String, Option<String>>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        if params.domain.is_empty() || params.domain.len() != params.mx_host.len() {
            return Err(Error::param("mx_host", "there must be one for each domain"));
        }
        let mut before = BTreeMap::new();
        for (domain, host) in params.domain.iter().zip(&params.mx_host) {
            let host = routing::relay_host(host)?;
            let mut record = domains::own(change.tx(), &account, "domain", domain)?;
            let old = std::mem::replace(&mut record.relay_host, host);
            before.insert(domain.to_string(), Some(old).filter(|old| !old.is_empty()));
            domains::save(&mut change, &record)?;
        }
        change.commit(OnFailure::Undo)?;
        Ok(before)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn the_host_is_told_to_the_server_and_the_former_one_given() {
        let world = world();
        let set = |host: &str| {
            data(&world, "set_manual_mx_redirects", &[("domain", "amy.test"), ("mx_host", host)])
        };
        assert!(set("mx.else.test")["amy.test"].is_null());
        assert_eq!(set("2001:db8::1")["amy.test"], "mx.else.test");
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(domain.record.relay_host, "2001:db8::1");
        let refused = |form: &[(&str, &str)]| refusal(&world, "set_manual_mx_redirects", form);
        assert!(
            refused(&[("domain", "amy.test"), ("mx_host", "no host")]).starts_with("mx_host: ")
        );
        assert!(refused(&[("domain", "amy.test")]).starts_with("mx_host: "));
        assert!(refused(&[("domain", "bob.test"), ("mx_host", "a.test")]).starts_with("domain: "));
    }
}
