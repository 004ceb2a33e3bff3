//! `modsec_add_rule`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// Stage a new rule in a configuration file.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// Full text of the rule; carries its own id.
    pub rule: String,
}

/// What `modsec_add_rule` answers.
#[derive(Output)]
pub struct Reply {
    /// The rule.
    pub rule: Rule,
}

/// The rule.
#[derive(Output)]
pub struct Rule {
    /// The configuration.
    #[param(absent)]
    pub config: Option<Value>,
    /// The configuration active.
    #[param(absent)]
    pub config_active: Option<Value>,
    /// The disabled flag: 0 or 1.
    pub disabled: Flag,
    /// The duplicate flag: 0 or 1.
    pub duplicate: Flag,
    /// The ID.
    pub id: i64,
    /// The meta message.
    pub meta_msg: String,
    /// The rule.
    pub rule: String,
    /// The staged.
    #[param(absent)]
    pub staged: Option<Value>,
    /// The vendor active.
    #[param(absent)]
    pub vendor_active: Option<Value>,
    /// The vendor ID.
    #[param(absent)]
    pub vendor_id: Option<Value>,
}

/// See [`Params`].
pub struct ModsecAddRule;

impl Function for ModsecAddRule {
    const NAME: &'static str = "modsec_add_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
