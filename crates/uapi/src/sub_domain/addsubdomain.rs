//! `SubDomain::addsubdomain`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::OnFailure,
    domains::{
        DomainChange, check, roots,
        subdomains::{self, Wish},
    },
};

/// Create a subdomain under a domain of the account.
#[derive(Input)]
pub struct Params {
    /// The label, which may hold dots; `*`, alone or before a dot, stands for all names that no
    /// other site has.
    pub domain: String,
    /// A domain already on the account.
    pub rootdomain: DomainName,
    /// Document root relative to the home; default the label under `public_html`.
    pub dir: Option<FilePath>,
    /// 1 has the web server call the site by this name, whatever the visitor called it.
    #[param(default = 1)]
    pub canoff: Flag,
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
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let label = check::label("domain", &params.domain, !params.disallowdot.0)?;
        let root = own.domains.get("rootdomain", &params.rootdomain)?;
        let dir = params.dir.as_ref().filter(|dir| !dir.as_str().is_empty());
        let dir = dir.map(|dir| roots::read("dir", dir.as_str(), &own.account)).transpose()?;
        let wish =
            Wish { param: "domain", label: &label, document_root: dir, canonical: params.canoff };
        subdomains::add(cx, &mut own.change, &own.account, &own.domains, root, wish)?;
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_subdomain_is_served_and_listed() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "Blog"), ("rootdomain", "alice.test"), ("dir", "/sites/blog")];
        assert!(world.uapi_data("alice", "SubDomain", "addsubdomain", &form).is_null());
        let site = world.machine.site("blog.alice.test").unwrap().unwrap();
        assert_eq!(site.document_root, "sites/blog");
        let form = [("domain", "*"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let listed = world.uapi_data("alice", "SubDomain", "listsubdomains", &[]);
        assert_eq!(listed[0]["domain"], "*.alice.test");
        assert_eq!(listed[1]["domainkey"], "blog_alice.test");
        let form = [("domain", "blog.alice.test")];
        assert_eq!(
            world.data("root", "domainuserdata", &form)["userdata"]["usecanonicalname"],
            "On"
        );
    }

    #[test]
    fn what_cannot_be_is_refused_by_its_parameter() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let refusal = |domain: &str, root: &str, dir: &str| {
            let form = [("domain", domain), ("rootdomain", root), ("dir", dir)];
            world.uapi_refusal("alice", "SubDomain", "addsubdomain", &form)
        };
        for (domain, root, dir, said) in [
            ("a b", "alice.test", "x", "domain: "),
            ("mail", "alice.test", "x", "domain: "),
            ("a", "bob.test", "x", "rootdomain: “bob.test” is no domain of this account."),
            ("a", "alice.test", "../bob", "dir: "),
            ("a", "alice.test", "mail", "dir: "),
            ("a", "alice.test", "/", "dir: "),
        ] {
            let told = refusal(domain, root, dir);
            assert!(told.starts_with(said), "{told}");
        }
        let limited = world.with_account("alice", |row| row.max_subdomains = api::Limit::of(0));
        let form = [("domain", "a"), ("rootdomain", "alice.test")];
        let told = limited.uapi_refusal("alice", "SubDomain", "addsubdomain", &form);
        assert_eq!(told, "domain: this account may have 0 subdomains, and has 0.");
    }
}
