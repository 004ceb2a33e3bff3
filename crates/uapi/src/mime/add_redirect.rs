//! `Mime::add_redirect`

use api::{
    Cx, DomainName, Effect, Error, Flag, Function, Input, Needs, Result, Url, Word,
    records::{Redirect, RedirectKind, WwwRule},
};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, redirects},
};

/// Send the visitors of a path of a domain to another place.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The URL that they are sent to.
    pub redirect: Url,
    /// 1 sends visitors of what is below the path to the same place below the URL.
    #[param(default = 0)]
    pub redirect_wildcard: Flag,
    /// With which name of the domain: 0 both, 1 only with `www.`, 2 only without.
    #[param(default = 0)]
    pub redirect_www: i64,
    /// The path.
    #[param(default = "/")]
    pub src: String,
    /// For how long.
    #[param(name = "type", default = Type::Permanent)]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `permanent`.
    #[word("permanent")]
    Permanent,
    /// `temp`.
    #[word("temp")]
    Temp,
}

/// See [`Params`].
pub struct AddRedirect;

impl Function for AddRedirect {
    const NAME: &'static str = "add_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let row = own.domains.get("domain", &params.domain)?;
        let path = redirects::path("src", &params.src)?;
        let target = params.redirect.as_str();
        redirects::check_target("redirect", &own.domains, row, &path, target)?;
        let redirect = Redirect {
            domain: row.name.clone(),
            path,
            account: own.account.name().clone(),
            target: target.to_owned(),
            kind: match params.kind {
                Type::Permanent => RedirectKind::Permanent,
                Type::Temp => RedirectKind::Temporary,
            },
            wildcard: params.redirect_wildcard,
            www: www(params.redirect_www)?,
        };
        redirects::put(&mut own.change, &redirect)?;
        own.change.commit(OnFailure::Undo)
    }
}

fn www(number: i64) -> Result<WwwRule> {
    match number {
        0 => Ok(WwwRule::Either),
        1 => Ok(WwwRule::Only),
        2 => Ok(WwwRule::Without),
        _ => Err(Error::param("redirect_www", "must be 0, 1 or 2.")),
    }
}

#[cfg(test)]
mod tests {
    use api::records::{RedirectKind, WwwRule};
    use uapi::testing::{Calls as _, World};

    fn world() -> World {
        World::new().account("alice", "root").account("bob", "root")
    }

    #[test]
    fn a_redirect_is_served_and_shown_until_it_is_deleted() {
        let world = world();
        let form = [
            ("domain", "alice.test"),
            ("redirect", "https://b.example/new"),
            ("src", "/old/"),
            ("type", "temp"),
            ("redirect_wildcard", "1"),
            ("redirect_www", "2"),
        ];
        assert!(world.uapi_data("alice", "Mime", "add_redirect", &form).is_null());
        let site = || world.machine.site("alice.test").unwrap().unwrap();
        let redirect = &site().redirects[0];
        assert_eq!((redirect.path.as_str(), redirect.kind), ("/old", RedirectKind::Temporary));
        assert_eq!((redirect.wildcard.0, redirect.www), (true, WwwRule::Without));
        let form = [("domain", "alice.test"), ("src", "/old")];
        world.uapi("alice", "Mime", "delete_redirect", &form).unwrap();
        assert!(site().redirects.is_empty());
        assert!(world.uapi("alice", "Mime", "delete_redirect", &form).is_err());
    }

    #[test]
    fn a_subdomain_that_is_redirected_says_so_in_its_list() {
        let world = world();
        let form = [("domain", "shop"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let form = [("domain", "shop.alice.test"), ("redirect", "https://shop.example/")];
        world.uapi("alice", "Mime", "add_redirect", &form).unwrap();
        let rows = world.uapi_data("alice", "SubDomain", "listsubdomains", &[]);
        assert_eq!(rows[0]["status"], "https://shop.example/");
        let rows = world.api2("alice", "SubDomain", "listsubdomains", &[]).unwrap().data;
        assert_eq!(rows[0]["status"], "https://shop.example/");
        let form = [("domain", "shop.alice.test")];
        world.uapi("alice", "SubDomain", "delsubdomain", &form).unwrap();
        let rows = world.uapi_data("alice", "Mime", "list_redirects", &[]);
        assert!(rows.as_array().unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_is_refused_by_its_parameter() {
        let world = world();
        for (name, value, said) in [
            ("domain", "bob.test", "domain: “bob.test” is no domain of this account."),
            ("redirect", "javascript:1", "redirect: "),
            ("redirect", "http://www.Alice.test:80/", "redirect: leads to where it starts."),
            ("redirect", "", "redirect: "),
            ("src", "/a b", "src: "),
            ("redirect_www", "3", "redirect_www: "),
        ] {
            let mut form = vec![("domain", "alice.test"), ("redirect", "https://b.example/")];
            form.retain(|(param, _)| *param != name);
            form.push((name, value));
            let told = world.uapi_refusal("alice", "Mime", "add_redirect", &form);
            assert!(told.starts_with(said), "{told}");
        }
        assert!(world.machine.site("alice.test").unwrap().unwrap().redirects.is_empty());
    }
}
