//! `SubDomain::validregex`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::domains::check;

/// Give the regular expression that a subdomain label must match.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct Validregex;

impl Function for Validregex {
    const NAME: &'static str = "validregex";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Ok(vec![check::LABEL.to_owned()])
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_pattern_is_of_one_label() {
        let world = World::new().account("alice", "root");
        let patterns = world.uapi_data("alice", "SubDomain", "validregex", &[]);
        assert_eq!(patterns, serde_json::json!(["^[A-Za-z0-9][A-Za-z0-9-]*$"]));
    }
}
