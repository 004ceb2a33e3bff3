//! `SubDomain::changedocroot`

use api::{Cx, DomainName, Effect, FilePath, Function, Input, Needs, Result};
use functions::domain::domains::{Domains, SiteName};

use crate::{
    api2::outcome::{Outcome, done},
    sub_domain::changedocroot as twin,
};

/// Change the folder of the site of a subdomain.
#[derive(Input)]
pub struct Params {
    /// The label.
    pub subdomain: String,
    /// The domain above it.
    pub rootdomain: DomainName,
    /// The folder, relative to the home; it must exist.
    pub dir: FilePath,
}

/// See [`Params`].
pub struct Changedocroot;

impl Function for Changedocroot {
    const NAME: &'static str = "changedocroot";
    const NEEDS: Needs = Needs::Features(&["subdomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let domains = Domains::of(&*tx, &cx.caller.user)?;
        let key = format!("{}_{}", params.subdomain, params.rootdomain);
        let domain = SiteName(domains.subdomain("subdomain", &key)?.name.clone());
        drop(tx);
        let moved = twin::Changedocroot::run(cx, twin::Params { domain, docroot: params.dir })?;
        Ok(done(format!("The site is served from {}.", moved.documentroot)))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_subdomain_that_is_not_there_is_refused_by_its_parameter() {
        let world = World::new().account("alice", "root");
        let form = [("subdomain", "none"), ("rootdomain", "alice.test"), ("dir", "public_html")];
        let said = world.api2("alice", "SubDomain", "changedocroot", &form).unwrap_err();
        assert!(said.to_string().starts_with("subdomain: "), "{said}");
    }
}
