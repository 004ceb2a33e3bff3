//! `modsec_get_rules`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, reply};

/// Return the rules of configuration files or vendors.
#[derive(Input)]
pub struct Params {
    /// One, or several separated by commas; config or `vendor_id` must be given. path relative to
    /// the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: Option<FilePath>,
    /// 1: leave out comments that belong to no directive.
    #[param(default = 1)]
    pub exclude_bare_comments: Flag,
    /// 1: only `SecRule` and `SecAction` directives; 0: all directives and comments.
    #[param(default = 1)]
    pub exclude_other_directives: Flag,
    /// One, or several separated by commas; config or `vendor_id` must be given.
    pub vendor_id: Option<String>,
}

/// What `modsec_get_rules` answers.
#[derive(Output)]
pub struct Reply {
    /// The chunks.
    pub chunks: Vec<Chunk>,
    /// The staged changes flag: 0 or 1.
    pub staged_changes: Flag,
}

/// One item of `chunks`.
#[derive(Output)]
pub struct Chunk {
    /// The configuration.
    pub config: String,
    /// The configuration active flag: 0 or 1.
    pub config_active: Flag,
    /// The disabled flag: 0 or 1.
    pub disabled: Flag,
    /// The ID.
    #[param(absent)]
    pub id: Option<i64>,
    /// The meta message.
    pub meta_msg: String,
    /// The rule.
    pub rule: String,
    /// The staged flag: 0 or 1.
    pub staged: Flag,
    /// The vendor active flag: 0 or 1.
    pub vendor_active: Flag,
    /// The vendor ID.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecGetRules;

impl Function for ModsecGetRules {
    const NAME: &'static str = "modsec_get_rules";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
