//! `Features::has_feature`

use api::{Account, Cx, Effect, Function, Input, Needs, Result, Verdict};
use functions::domain::features::{access::Access, find};

/// Tells whether the account has a feature.
///
/// The status of the answer tells: 1 where it has it, 0 where it has not, null where there is no
/// such feature.
#[derive(Input)]
pub struct Params {
    /// The feature.
    pub name: String,
}

/// See [`Params`].
pub struct HasFeature;

impl Function for HasFeature {
    const NAME: &'static str = "has_feature";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, Params { name }: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        if find(&name).is_none() {
            cx.verdict(Verdict::Unknown);
        } else if !Access::of(&*tx, account.record())?.has(&name) {
            cx.verdict(Verdict::No);
            cx.message(format!("The feature “{name}” exists but is not enabled."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Verdict;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_verdict_tells_what_the_account_has() {
        let world = World::new().account("anna", "root");
        let off = [("user", "anna"), ("features", r#"{"webmail":0}"#)];
        world.call("root", "add_override_features_for_user", &off).unwrap();
        for (name, verdict) in
            [("cron", None), ("webmail", Some(Verdict::No)), ("flying", Some(Verdict::Unknown))]
        {
            let answer = world.uapi("anna", "Features", "has_feature", &[("name", name)]).unwrap();
            assert_eq!(answer.notes.verdict, verdict, "{name}");
            let is_told = answer.notes.messages
                == ["The feature “webmail” exists but is not enabled.".to_owned()];
            assert_eq!(is_told, name == "webmail");
        }
    }
}
