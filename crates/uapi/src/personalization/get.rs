//! `Personalization::get`

use api::{Cx, Effect, Function, Input, JsonText, Needs, Result};
use functions::server_administration::personalization_get::{self, PersonalizationGet};

/// Gives values that pages keep for the account.
#[derive(Input)]
pub struct Params {
    /// Their names, as a JSON list; all of them where it is left out or null.
    pub names: Option<JsonText<Option<Vec<String>>>>,
}

/// See [`Params`].
pub struct Get;

impl Function for Get {
    const NAME: &'static str = "get";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = personalization_get::Reply;

    fn run(cx: &Cx<'_>, Params { names }: Params) -> Result<Self::Reply> {
        PersonalizationGet::run(cx, personalization_get::Params { names, store: None })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn an_account_reads_what_it_kept_and_nothing_of_others() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let values = [("personalization", r#"{"view":"wide","rows":20}"#)];
        world.uapi_data("anna", "Personalization", "set", &values);
        let get = |user, form: &[(&str, &str)]| {
            world.uapi_data(user, "Personalization", "get", form)["personalization"].clone()
        };
        let one = get("anna", &[("names", r#"["view"]"#)]);
        assert_eq!(one, json!({"view": {"reason": "OK", "success": 1, "value": "wide"}}));
        assert_eq!(get("anna", &[])["rows"]["value"], "20");
        assert_eq!(get("bert", &[]), json!({}));
    }
}
