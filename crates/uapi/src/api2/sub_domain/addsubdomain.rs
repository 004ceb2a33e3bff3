//! `SubDomain::addsubdomain`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{Outcome, done},
    sub_domain::addsubdomain as twin,
};

/// Create a subdomain under a domain of the account.
#[derive(Input)]
pub struct Params {
    /// The label, which may hold dots, or `*`.
    pub domain: String,
    /// The domain above it.
    pub rootdomain: DomainName,
    /// The folder of its site, relative to the home; default the label under `public_html`.
    pub dir: Option<FilePath>,
    /// 1 strips the dots from domain.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Addsubdomain;

impl Function for Addsubdomain {
    const NAME: &'static str = "addsubdomain";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let reason =
            format!("The subdomain {}.{} has been added.", params.domain, params.rootdomain);
        let Params { domain, rootdomain, dir, disallowdot } = params;
        let asked = twin::Params { domain, rootdomain, dir, canoff: Flag(false), disallowdot };
        twin::Addsubdomain::run(cx, asked)?;
        Ok(done(reason))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_subdomain_comes_is_listed_moves_and_goes() {
        let world = World::new().account("alice", "root");
        let call = |function: &str, form: &[(&str, &str)]| {
            world.api2("alice", "SubDomain", function, form).unwrap().data
        };
        let form = [("domain", "blog"), ("rootdomain", "alice.test"), ("dir", "/blog")];
        let data = call("addsubdomain", &form);
        assert_eq!(data[0]["result"], 1);
        assert_eq!(data[0]["reason"], "The subdomain blog.alice.test has been added.");
        let data = call("listsubdomains", &[("regex", "^blog")]);
        assert_eq!(
            (&data[0]["domainkey"], &data[0]["status"]),
            (&"blog_alice.test".into(), &"not redirected".into())
        );
        let form = [("subdomain", "blog"), ("rootdomain", "alice.test"), ("dir", "public_html")];
        assert_eq!(call("changedocroot", &form)[0]["result"], 1);
        let site = world.machine.site("blog.alice.test").unwrap().unwrap();
        assert_eq!(site.document_root, "public_html");
        assert_eq!(call("delsubdomain", &[("domain", "blog.alice.test")])[0]["result"], 1);
        assert!(world.machine.site("blog.alice.test").unwrap().is_none());
    }
}
