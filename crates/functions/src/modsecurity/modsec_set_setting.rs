//! `modsec_set_setting`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Stage a new state for a global directive.
#[derive(Input)]
pub struct Params {
    /// As in `modsec_get_settings`; 0 or more.
    pub setting_id: i64,
    /// Argument for the directive.
    pub state: String,
}

/// What `modsec_set_setting` answers.
#[derive(Output)]
pub struct Reply {
    /// The default.
    #[param(absent)]
    pub default: Option<Value>,
    /// The description.
    pub description: String,
    /// The directive.
    pub directive: String,
    /// The name.
    pub name: String,
    /// The radio options.
    #[param(absent)]
    pub radio_options: Option<Vec<RadioOption>>,
    /// The setting ID.
    pub setting_id: i64,
    /// The state.
    pub state: Value,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The URL.
    pub url: String,
    /// The validation.
    #[param(absent)]
    pub validation: Option<Vec<Value>>,
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
pub struct ModsecSetSetting;

impl Function for ModsecSetSetting {
    const NAME: &'static str = "modsec_set_setting";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
