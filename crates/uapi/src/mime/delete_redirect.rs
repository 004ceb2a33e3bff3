//! `Mime::delete_redirect`

use api::{Cx, DomainName, Effect, Error, FilePath, Function, Input, Needs, Result};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, redirects},
};

/// Send the visitors of a path no more to another place.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The query that the redirect is for; ours are for all queries, so it counts for nothing.
    #[param(default = "")]
    pub args: String,
    /// The folder of the domain's site; the domain alone says which.
    pub docroot: Option<FilePath>,
    /// The path; the domain's own where it is empty.
    #[param(default = "")]
    pub src: String,
}

/// See [`Params`].
pub struct DeleteRedirect;

impl Function for DeleteRedirect {
    const NAME: &'static str = "delete_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let row = own.domains.get("domain", &params.domain)?;
        let path = redirects::path("src", &params.src)?;
        if !redirects::remove(&mut own.change, row, &path)? {
            let message = format!("src: “{}” has no redirect of “{path}”.", row.name);
            return Err(Error::not_found(message));
        }
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn only_ones_own_redirects_go() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test"), ("redirect", "https://b.example/")];
        world.uapi("alice", "Mime", "add_redirect", &form).unwrap();
        let form = [("domain", "alice.test"), ("src", "/")];
        let said = world.uapi_refusal("bob", "Mime", "delete_redirect", &form);
        assert!(said.starts_with("domain: "), "{said}");
        let other = [("domain", "alice.test"), ("src", "/other")];
        let said = world.uapi_refusal("alice", "Mime", "delete_redirect", &other);
        assert_eq!(said, "src: “alice.test” has no redirect of “/other”.");
        world.uapi("alice", "Mime", "delete_redirect", &[("domain", "alice.test")]).unwrap();
    }
}
