//! `Park::listparkeddomains`

use api::records::DomainKind;
use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::domains::{
    listing::{self, Listed},
    pattern::Pattern,
};

use crate::api2::site_row::folder;

/// List the domains parked on the primary domain.
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
pub struct Listparkeddomains;

impl Function for Listparkeddomains {
    const NAME: &'static str = "listparkeddomains";
    const NEEDS: Needs = Needs::Features(&["parkeddomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let pattern = Pattern::read("regex", params.regex.as_deref())?;
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let listed = listing::of(&*tx, None, &account, DomainKind::Parked, &pattern)?;
        Ok(listed.into_iter().map(Item::of).collect())
    }
}

impl Item {
    fn of(row: Listed) -> Self {
        let folder = folder(&row);
        Self {
            domain: row.domain.to_string(),
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
    fn an_alias_is_listed_with_the_main_domains_folder() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_parked = api::Limit::of(1));
        world.api2("alice", "Park", "park", &[("domain", "alias.example")]).unwrap();
        let rows = world.api2("alice", "Park", "listparkeddomains", &[]).unwrap().data;
        assert_eq!(rows[0]["domain"], "alias.example");
        assert_eq!(rows[0]["basedir"], "public_html");
    }
}
