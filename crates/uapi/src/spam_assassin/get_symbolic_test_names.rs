//! `SpamAssassin::get_symbolic_test_names`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value};
use functions::domain::mail::spam_tests::{SpamTest, TESTS};

/// Lists the tests of the spam filter.
#[derive(Input)]
pub struct Params;

/// A test.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub key: &'static str,
    /// What it looks at.
    pub rule_type: &'static str,
    /// What it adds to the score of a message.
    pub score: Value,
}

/// See [`Params`].
pub struct GetSymbolicTestNames;

impl Function for GetSymbolicTestNames {
    const NAME: &'static str = "get_symbolic_test_names";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let item = |test: &SpamTest| Item {
            key: test.key,
            rule_type: test.kind,
            score: Value::from(test.score),
        };
        Ok(TESTS.iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn tests_are_listed_with_their_scores() {
        let told = world().uapi_data("amy", "SpamAssassin", "get_symbolic_test_names", &[]);
        let gtube = told.as_array().unwrap().iter().find(|one| one["key"] == "GTUBE").unwrap();
        assert_eq!(
            (&gtube["rule_type"], gtube["score"].as_f64()),
            (&"body_tests".into(), Some(1000.0))
        );
    }
}
