//! `Email::unset_manual_mx_redirects`

use std::collections::BTreeMap;

use api::{Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::domains,
};

/// Hands the mail of domains to fixed hosts no more.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct UnsetManualMxRedirects;

impl Function for UnsetManualMxRedirects {
    const NAME: &'static str = "unset_manual_mx_redirects";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = BTreeMap<String, Option<String>>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let mut before = BTreeMap::new();
        for domain in &params.domain {
            let mut record = domains::own(change.tx(), &account, "domain", domain)?;
            let old = std::mem::take(&mut record.relay_host);
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
    fn the_former_host_is_given() {
        let world = world();
        let form = [("domain", "amy.test"), ("mx_host", "mx.else.test")];
        data(&world, "set_manual_mx_redirects", &form);
        assert_eq!(
            data(&world, "unset_manual_mx_redirects", &form[..1])["amy.test"],
            "mx.else.test"
        );
        assert!(data(&world, "unset_manual_mx_redirects", &form[..1])["amy.test"].is_null());
        let said = refusal(&world, "unset_manual_mx_redirects", &[("domain", "bob.test")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}
