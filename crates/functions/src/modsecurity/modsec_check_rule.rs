//! `modsec_check_rule`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Check whether a rule is valid.
#[derive(Input)]
pub struct Params {
    /// Text of the rule to check.
    pub rule: String,
}

/// What `modsec_check_rule` answers.
#[derive(Output)]
pub struct Reply {
    /// The problem.
    #[param(absent)]
    pub problem: Option<String>,
    /// The valid flag: 0 or 1.
    pub valid: Flag,
}

/// See [`Params`].
pub struct ModsecCheckRule;

impl Function for ModsecCheckRule {
    const NAME: &'static str = "modsec_check_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
