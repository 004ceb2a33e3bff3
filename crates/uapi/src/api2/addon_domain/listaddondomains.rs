//! `AddonDomain::listaddondomains`

use api::records::DomainKind;
use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::domains::{
    listing::{self, Listed},
    pattern::Pattern,
};

use crate::api2::site_row::folder;

/// List the addon domains of the account.
#[derive(Input)]
pub struct Params {
    /// A regular expression that the full name must match, in any case.
    pub regex: Option<String>,
}

/// A domain.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The whole name of the subdomain behind it.
    pub fullsubdomain: String,
    /// `label_rootdomain` of that.
    pub domainkey: String,
    /// Its label.
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
pub struct Listaddondomains;

impl Function for Listaddondomains {
    const NAME: &'static str = "listaddondomains";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let pattern = Pattern::read("regex", params.regex.as_deref())?;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let listed = listing::of(&*tx, None, &account, DomainKind::Addon, &pattern)?;
        Ok(listed.into_iter().map(Item::of).collect())
    }
}

impl Item {
    fn of(row: Listed) -> Self {
        let folder = folder(&row);
        Self {
            domain: row.domain.to_string(),
            fullsubdomain: row.subdomain.to_string(),
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
    use uapi::testing::{Calls as _, World};

    #[test]
    fn an_account_without_addon_domains_has_no_rows() {
        let world = World::new().account("alice", "root");
        for module in ["AddonDomain", "Park"] {
            let rows = world.api2("alice", module, "listaddondomains", &[]).unwrap().data;
            assert!(rows.as_array().unwrap().is_empty(), "{module}");
        }
    }
}
