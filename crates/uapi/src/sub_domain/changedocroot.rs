//! `SubDomain::changedocroot`

use api::{Account, Cx, Effect, Error, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, SiteName, roots, subdomains},
};

/// Change the document root of a subdomain or addon domain.
#[derive(Input)]
pub struct Params {
    /// Full name; not the primary domain.
    pub domain: SiteName,
    /// Relative to the home; must exist.
    pub docroot: FilePath,
}

/// What `changedocroot` answers.
#[derive(Output)]
pub struct Reply {
    /// The documentroot.
    pub documentroot: String,
}

/// See [`Params`].
pub struct Changedocroot;

impl Function for Changedocroot {
    const NAME: &'static str = "changedocroot";
    const NEEDS: Needs = Needs::Features(&["subdomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let folder = roots::read("docroot", params.docroot.as_str(), &account)?;
        if !cx.host.os_users.has_folder(&account, &folder)? {
            return Err(Error::param("docroot", format!("there is no folder “{folder}”.")));
        }
        let mut own = DomainChange::begin(cx)?;
        let row = own.domains.get("domain", &params.domain.0)?;
        subdomains::move_site(&mut own.change, &own.domains, row, &folder)?;
        own.change.commit(OnFailure::Undo)?;
        Ok(Reply { documentroot: roots::whole(&account, &folder) })
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_site_moves_with_all_its_names() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_addons = api::Limit::of(1));
        let form = [("newdomain", "shop.example"), ("subdomain", "shop")];
        world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        let change = |domain: &str, docroot: &str| {
            let form = [("domain", domain), ("docroot", docroot)];
            world.uapi("alice", "SubDomain", "changedocroot", &form)
        };
        let said = change("shop.example", "sites/none").unwrap_err().to_string();
        assert_eq!(said, "docroot: there is no folder “sites/none”.");
        let data = change("shop.example", "/public_html").unwrap().data;
        assert_eq!(data["documentroot"], "/home/alice/public_html");
        for domain in ["shop.example", "shop.alice.test"] {
            let site = world.machine.site(domain).unwrap().unwrap();
            assert_eq!(site.document_root, "public_html");
        }
        let said = change("alice.test", "public_html/shop").unwrap_err().to_string();
        assert!(said.starts_with("domain: "), "{said}");
    }
}
