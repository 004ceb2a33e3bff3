//! `modsec_deploy_all_rule_changes`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Make the staged changes of every configuration file live; restart Apache.
#[derive(Input)]
pub struct Params;

/// What `modsec_deploy_all_rule_changes` answers.
#[derive(Output)]
pub struct Reply {
    /// The failed.
    #[param(absent)]
    pub failed: Option<Vec<String>>,
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
}

/// One item of `outcomes`.
#[derive(Output)]
pub struct Outcome {
    /// The configuration.
    pub config: String,
    /// The exception.
    #[param(absent)]
    pub exception: Option<String>,
    /// The ok flag: 0 or 1.
    pub ok: Flag,
}

/// See [`Params`].
pub struct ModsecDeployAllRuleChanges;

impl Function for ModsecDeployAllRuleChanges {
    const NAME: &'static str = "modsec_deploy_all_rule_changes";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
