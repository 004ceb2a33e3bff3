//! `get_users_features_settings`

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, List, Needs, Output, PackageName, Param, Result,
    Type, UserName,
};

use crate::domain::features::{FEATURES, access::Access};

/// Gives what decides on features of accounts: the feature list's word and the account's own.
#[derive(Debug, Input)]
pub struct Params {
    /// The account; for several, `user-1`, `user-2` and so on.
    #[param(family)]
    pub user: Users,
    /// The feature; for several, `feature-1` and so on; for none, all.
    #[param(family)]
    pub feature: Vec<String>,
}

/// One account or more.
#[derive(Debug)]
pub struct Users(Vec<UserName>);

impl Param for Users {
    const TYPE: Type = Type::User;
    fn read(texts: &[&str]) -> Result<Self, String> {
        if texts.is_empty() {
            return Err("is required".to_owned());
        }
        Vec::read(texts).map(Self)
    }
}

/// The settings.
#[derive(Output)]
pub struct Reply {
    /// A row for each feature of each account.
    pub users_features_settings: List<Setting>,
}

/// A feature of an account.
#[derive(Debug, Output)]
pub struct Setting {
    /// The account's own override, which counts before the list; null where there is none.
    pub cpuser_setting: Option<Flag>,
    /// The feature.
    pub feature: String,
    /// The account's feature list.
    pub feature_list: PackageName,
    /// Whether the list gives the feature and it is not disabled for all.
    pub feature_list_setting: Flag,
    /// The account.
    pub user: UserName,
}

/// See [`Params`].
pub struct GetUsersFeaturesSettings;

impl Function for GetUsersFeaturesSettings {
    const NAME: &'static str = "get_users_features_settings";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let features = named_or_all(params.feature)?;
        let tx = cx.host.store.read()?;
        let mut rows = Vec::new();
        for user in &params.user.0 {
            let account = cx.account(&*tx, user)?;
            let access = Access::of(&*tx, account.record())?;
            rows.extend(features.iter().map(|feature| Setting {
                cpuser_setting: access.own(feature),
                feature: feature.clone(),
                feature_list: account.record().feature_list.clone(),
                feature_list_setting: Flag(access.by_list(feature)),
                user: user.clone(),
            }));
        }
        Ok(Reply { users_features_settings: rows.into() })
    }
}

fn named_or_all(named: Vec<String>) -> Result<Vec<String>> {
    if named.iter().any(String::is_empty) {
        return Err(Error::param("feature", "is empty; name a feature, or leave it out for all"));
    }
    let all = || FEATURES.iter().map(|feature| feature.id.to_owned()).collect();
    Ok(if named.is_empty() { all() } else { named })
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    fn world() -> World {
        World::new()
            .reseller("bob", &[Acl::AcctSummary])
            .account_on("anna", "root", "default")
            .account_on("bert", "bob", "default")
    }

    #[test]
    fn several_accounts_and_features_give_a_row_each() {
        let world = world();
        let form = [("user", "anna"), ("features", r#"{"ssh":0}"#)];
        world.data("root", "add_override_features_for_user", &form);
        let form =
            [("user-1", "anna"), ("user-2", "bert"), ("feature-1", "ssh"), ("feature-2", "cron")];
        let reply = world.data("root", "get_users_features_settings", &form);
        let rows = reply["users_features_settings"].as_array().unwrap();
        assert_eq!(rows.len(), 4);
        assert_eq!(
            rows[0],
            json!({"cpuser_setting": 0, "feature": "ssh", "feature_list": "default",
                   "feature_list_setting": 1, "user": "anna"})
        );
        assert_eq!((&rows[2]["user"], &rows[2]["cpuser_setting"]), (&"bert".into(), &json!(null)));
    }

    #[test]
    fn without_features_all_are_given() {
        let reply = world().data("root", "get_users_features_settings", &[("user", "anna")]);
        let rows = reply["users_features_settings"].as_array().unwrap();
        assert_eq!(rows.len(), crate::domain::features::FEATURES.len());
    }

    #[test]
    fn an_empty_feature_and_no_user_are_named() {
        let form = [("user", "anna"), ("feature", "")];
        let said = world().refusal("root", "get_users_features_settings", &form);
        assert!(said.starts_with("feature: is empty"), "{said}");
        let said = world().refusal("root", "get_users_features_settings", &[]);
        assert_eq!(said, "user: is required");
    }

    #[test]
    fn an_account_of_others_is_not_there() {
        let form = [("user-1", "bert"), ("user-2", "anna")];
        let said = world().refusal("bob", "get_users_features_settings", &form);
        assert_eq!(said, "There is no account “anna”.");
    }
}
