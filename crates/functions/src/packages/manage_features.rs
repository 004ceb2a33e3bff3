//! `manage_features`

use api::{
    Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result, Word, records::ShowcaseItem,
};

use crate::domain::{
    change::{Change, OnFailure},
    features::{self, access},
};

/// Lists the features of the showcase, or switches some of them on or off for the whole server.
#[derive(Debug, Input)]
pub struct Params {
    /// What to do.
    pub action: Action,
    /// The feature; needed with `enable` and `disable`.
    #[param(family)]
    pub features: Vec<String>,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// Tell all of each item.
    #[word("info")]
    Info,
    /// Tell the items and whether they are on.
    #[word("list")]
    List,
    /// Switch on.
    #[word("enable")]
    Enable,
    /// Switch off: no account has the feature then.
    #[word("disable")]
    Disable,
}

/// What was done, or what there is.
#[derive(Debug, Output)]
pub struct Reply {
    /// What was done, with `enable` and `disable`.
    #[param(absent)]
    pub action: Option<Vec<Done>>,
    /// The items, with `info` and `list`.
    #[param(absent)]
    pub feature: Option<Vec<Item>>,
}

/// What was done with one item.
#[derive(Debug, Output)]
pub struct Done {
    /// The item.
    pub feature: String,
    /// What was done, and with what.
    pub status: String,
}

/// An item.
#[derive(Debug, Output)]
pub struct Item {
    /// What it is for; only with `info`.
    #[param(absent)]
    pub description: Option<&'static str>,
    /// Whether it is on.
    pub enabled: Flag,
    /// The feature.
    pub feature_key: &'static str,
    /// Its name for people; only with `info`.
    #[param(absent)]
    pub name: Option<&'static str>,
    /// Whether most servers should have it on; only with `info`.
    #[param(absent)]
    pub recommended: Option<Flag>,
    /// Who makes it; only with `info`.
    #[param(absent)]
    pub vendor: Option<&'static str>,
}

/// A feature in the showcase: its name, what it is for, whether most servers should have it on.
type Shown = (&'static str, &'static str, bool);

const SHOWCASE: &[Shown] = &[
    ("apitokens", "Accounts may let programs in without giving them the password.", true),
    ("autossl", "Certificates are fetched and renewed for every domain.", true),
    ("dnssec", "Zones are signed, so that answers cannot be forged.", true),
    ("passengerapps", "Accounts may run applications beside their sites.", false),
    ("twofactorauth", "A login asks for a code of a second device.", true),
    ("version_control", "Accounts may keep their sites in Git repositories.", false),
];

/// See [`Params`].
pub struct ManageFeatures;

impl Function for ManageFeatures {
    const NAME: &'static str = "manage_features";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        match params.action {
            Action::Info => Ok(Reply { action: None, feature: Some(items(cx, true)?) }),
            Action::List => Ok(Reply { action: None, feature: Some(items(cx, false)?) }),
            Action::Enable => switch(cx, params, true),
            Action::Disable => switch(cx, params, false),
        }
    }
}

fn items(cx: &Cx<'_>, all: bool) -> Result<Vec<Item>> {
    let told = access::showcase(&*cx.host.store.read()?)?;
    let item = |(key, description, recommended): &Shown| Item {
        description: all.then_some(*description),
        enabled: told.get(*key).copied().unwrap_or(Flag(true)),
        feature_key: key,
        name: features::find(key).filter(|_| all).map(|feature| feature.name),
        recommended: all.then_some(Flag(*recommended)),
        vendor: all.then_some("Innkeeper"),
    };
    Ok(SHOWCASE.iter().map(item).collect())
}

fn switch(cx: &Cx<'_>, params: Params, on: bool) -> Result<Reply> {
    if params.features.is_empty() {
        return Err(Error::param("features", "is required with enable and disable"));
    }
    let mut change = Change::begin(cx)?;
    let mut done = Vec::new();
    for feature in params.features {
        if !SHOWCASE.iter().any(|(key, ..)| *key == feature) {
            let rule = format!("“{feature}” is not in the showcase");
            return Err(Error::param("features", rule));
        }
        change.save(&ShowcaseItem { feature: feature.clone(), enabled: Flag(on) })?;
        let status = format!("{} {feature}", if on { "enabled" } else { "disabled" });
        done.push(Done { feature, status });
    }
    change.commit(OnFailure::Undo)?;
    Ok(Reply { action: Some(done), feature: None })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn a_list_is_short_and_info_is_long() {
        let world = World::new();
        let list = world.data("root", "manage_features", &[("action", "list")]);
        assert_eq!(list["feature"][0], json!({"enabled": 1, "feature_key": "apitokens"}));
        assert!(list.get("action").is_none());
        let info = world.data("root", "manage_features", &[("action", "info")]);
        assert_eq!(info["feature"][0]["name"], "API Tokens");
    }

    #[test]
    fn what_is_switched_off_no_account_has() {
        let world = World::new().account_on("anna", "root", "default");
        let form = [("action", "disable"), ("features", "dnssec")];
        let reply = world.data("root", "manage_features", &form);
        assert_eq!(reply, json!({"action": [{"feature": "dnssec", "status": "disabled dnssec"}]}));
        let has = |world: &World| {
            let form = [("user", "anna"), ("feature", "dnssec")];
            world.data("root", "verify_user_has_feature", &form)["has_feature"].clone()
        };
        assert_eq!(has(&world), 0);
        world.data("root", "manage_features", &[("action", "enable"), ("features", "dnssec")]);
        assert_eq!(has(&world), 1);
    }

    #[test]
    fn what_is_missing_or_strange_is_named_and_nothing_changes() {
        let world = World::new();
        let said = world.refusal("root", "manage_features", &[("action", "enable")]);
        assert_eq!(said, "features: is required with enable and disable");
        let form = [("action", "disable"), ("features-0", "dnssec"), ("features-1", "nope")];
        let said = world.refusal("root", "manage_features", &form);
        assert_eq!(said, "features: “nope” is not in the showcase");
        let list = world.data("root", "manage_features", &[("action", "list")]);
        assert!(list["feature"].as_array().unwrap().iter().all(|it| it["enabled"] == 1));
    }

    #[test]
    fn it_is_roots_alone() {
        let world = World::new().reseller("bob", &[api::Acl::AddPkg]);
        let said = world.refusal("bob", "manage_features", &[("action", "list")]);
        assert_eq!(said, "The gate refused.");
    }
}
