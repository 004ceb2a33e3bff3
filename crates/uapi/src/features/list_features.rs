//! `Features::list_features`

use std::collections::BTreeMap;

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::features::{FEATURES, access::Access};

/// Lists all features, and whether the account has each.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ListFeatures;

impl Function for ListFeatures {
    const NAME: &'static str = "list_features";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, Flag>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let access = Access::of(&*tx, account.record())?;
        let ids = FEATURES.iter().map(|feature| feature.id);
        Ok(ids.map(|id| (id.to_owned(), Flag(access.has(id)))).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn each_feature_is_there_with_its_state() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let off = [("user", "anna"), ("features", r#"{"webmail":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        let list = |user| world.uapi_data(user, "Features", "list_features", &[]);
        assert_eq!((&list("anna")["webmail"], &list("anna")["cron"]), (&0.into(), &1.into()));
        assert_eq!(list("bert")["webmail"], 1);
    }
}
