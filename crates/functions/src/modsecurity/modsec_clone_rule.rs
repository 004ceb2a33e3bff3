//! `modsec_clone_rule`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// Copy a rule under a new id.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Id of the rule to copy; at least 1.
    pub id: i64,
}

/// What `modsec_clone_rule` answers.
#[derive(Output)]
pub struct Reply {
    /// The rule.
    pub rule: Rule,
}

/// The rule.
#[derive(Output)]
pub struct Rule {
    /// The configuration.
    pub config: String,
    /// The configuration active flag: 0 or 1.
    pub config_active: Flag,
    /// The disabled flag: 0 or 1.
    pub disabled: Flag,
    /// The ID.
    pub id: i64,
    /// The meta message.
    pub meta_msg: String,
    /// The rule.
    pub rule: String,
    /// The staged flag: 0 or 1.
    pub staged: Flag,
    /// The vendor active flag: 0 or 1.
    pub vendor_active: Flag,
    /// The vendor ID.
    #[param(absent)]
    pub vendor_id: Option<String>,
}

/// See [`Params`].
pub struct ModsecCloneRule;

impl Function for ModsecCloneRule {
    const NAME: &'static str = "modsec_clone_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
