//! `modsec_edit_rule`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// Stage a changed text for an existing rule.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Id of the rule to change.
    pub id: i64,
    /// The new text of the rule.
    pub rule: String,
}

/// What `modsec_edit_rule` answers.
#[derive(Output)]
pub struct Reply {
    /// The rule.
    pub rule: Rule,
}

/// The rule.
#[derive(Output)]
pub struct Rule {
    /// The disabled flag: 0 or 1.
    pub disabled: Flag,
    /// The ID.
    pub id: i64,
    /// The meta message.
    pub meta_msg: String,
    /// The rule.
    pub rule: String,
}

/// See [`Params`].
pub struct ModsecEditRule;

impl Function for ModsecEditRule {
    const NAME: &'static str = "modsec_edit_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
