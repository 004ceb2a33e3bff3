//! `modsec_batch_settings`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Set, change or remove several global directives in one call.
#[derive(Input)]
pub struct Params {
    /// 0 to 9; for several use the numbered form instead.
    pub setting_id: i64,
    /// On or Off; On, Off or `DetectionOnly` (`SecRuleEngine`); On, Off or `RelevantOnly`
    /// (`SecAuditEngine`); else free text or a number; ignored where remove is 1.
    pub state: String,
    /// 1: remove the directive; 0: add or change it.
    #[param(default = 0)]
    pub remove: Flag,
    /// `setting_idN`: several: `setting_id1`, `setting_id2` ... (no hyphen); stands in for
    /// `setting_id`. `stateN`: numbered form, pairs with `setting_idN`. `removeN`: numbered form,
    /// pairs with `setting_idN`.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What `modsec_batch_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The updated settings.
    pub updated_settings: Vec<UpdatedSetting>,
}

/// One item of `updated_settings`.
#[derive(Output)]
pub struct UpdatedSetting {
    /// The default.
    #[param(absent)]
    pub default: Option<Value>,
    /// The description.
    pub description: String,
    /// The directive.
    pub directive: String,
    /// The engine flag: 0 or 1.
    #[param(absent)]
    pub engine: Option<Flag>,
    /// The name.
    pub name: String,
    /// The radio options.
    #[param(absent)]
    pub radio_options: Option<Vec<RadioOption>>,
    /// The setting ID.
    pub setting_id: i64,
    /// The state.
    pub state: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The URL.
    pub url: String,
}

/// One item of `radio_options`.
#[derive(Output)]
pub struct RadioOption {
    /// The name.
    pub name: String,
    /// The option.
    pub option: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `text`.
    #[word("text")]
    Text,
    /// `radio`.
    #[word("radio")]
    Radio,
    /// `number`.
    #[word("number")]
    Number,
}

/// See [`Params`].
pub struct ModsecBatchSettings;

impl Function for ModsecBatchSettings {
    const NAME: &'static str = "modsec_batch_settings";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
