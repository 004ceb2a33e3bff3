//! `SSL::delete_ssl`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    tls::{self, hosts},
};

/// Takes the certificate off a site of the account. It stays with the account's certificates.
#[derive(Input)]
pub struct Params {
    /// The site, by one of its domains.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct DeleteSsl;

impl Function for DeleteSsl {
    const NAME: &'static str = "delete_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let account = tls::own(cx)?;
        let mut change = Change::begin(cx)?;
        let site = hosts::site(change.tx(), &account, "domain", params.domain.as_str())?;
        if hosts::find(change.tx(), &site)?.is_none() {
            let problem = format!("domain: no certificate is installed on “{}”.", site.name);
            return Err(Error::not_found(problem));
        }
        hosts::uninstall(&mut change, &site)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use functions::{domain::apply, testing::World};

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn the_site_has_no_certificate_any_more_but_the_account_has() {
        let world = samples::with_installed(World::new().account("alice", "root"));
        let form = [("domain", "alice.test")];
        world.uapi("alice", "SSL", "delete_ssl", &form).unwrap();
        assert!(world.host.tls.list().unwrap().is_empty());
        let certs = world.uapi_data("alice", "SSL", "list_certs", &[]);
        assert_eq!(certs[0]["domain_is_configured"], 0);
        assert!(apply::drift(&world.host).unwrap().is_empty());
        let said = world.uapi_refusal("alice", "SSL", "delete_ssl", &form);
        assert_eq!(said, "domain: no certificate is installed on “alice.test”.");
    }
}
