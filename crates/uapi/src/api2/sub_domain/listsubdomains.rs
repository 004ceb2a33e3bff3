//! `SubDomain::listsubdomains`

use api::records::DomainKind;
use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::domains::{
    listing::{self, Listed},
    pattern::Pattern,
};

use crate::api2::site_row::folder;

/// List the subdomains of the account, those behind addon domains included.
#[derive(Input)]
pub struct Params {
    /// A regular expression that the full name must match, in any case.
    pub regex: Option<String>,
}

/// A domain.
#[derive(Output)]
pub struct Item {
    /// The whole name.
    pub domain: String,
    /// `label_rootdomain`.
    pub domainkey: String,
    /// The label.
    pub subdomain: String,
    /// The domain above it.
    pub rootdomain: String,
    /// The folder of the site, as a whole path.
    pub dir: String,
    /// The same, relative to the home.
    pub basedir: String,
    /// The same with `home:` before it.
    pub reldir: String,
    /// The URL that visitors are sent to, or `not redirected`.
    pub status: String,
}

/// See [`Params`].
pub struct Listsubdomains;

impl Function for Listsubdomains {
    const NAME: &'static str = "listsubdomains";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let pattern = Pattern::read("regex", params.regex.as_deref())?;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let listed = listing::of(&*tx, None, &account, DomainKind::Sub, &pattern)?;
        Ok(listed.into_iter().map(Item::of).collect())
    }
}

impl Item {
    fn of(row: Listed) -> Self {
        let folder = folder(&row);
        Self {
            domain: row.domain.to_string(),
            domainkey: row.key,
            subdomain: row.label,
            rootdomain: row.root.to_string(),
            dir: folder.dir,
            basedir: folder.basedir,
            reldir: folder.reldir,
            status: folder.status,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_row_has_what_clients_read() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "blog"), ("rootdomain", "alice.test"), ("dir", "blog")];
        world.api2("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let rows = world.api2("alice", "SubDomain", "listsubdomains", &[]).unwrap().data;
        let row = json!({
            "domain": "blog.alice.test", "domainkey": "blog_alice.test", "subdomain": "blog",
            "rootdomain": "alice.test", "dir": "/home/alice/blog", "basedir": "blog",
            "reldir": "home:blog", "status": "not redirected",
        });
        assert_eq!(rows, json!([row]));
    }
}
