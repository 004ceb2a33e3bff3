//! `modsec_get_settings`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Return the global settings with their state and form hints.
#[derive(Input)]
pub struct Params;

/// What `modsec_get_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The settings.
    pub settings: Vec<Setting>,
}

/// One item of `settings`.
#[derive(Output)]
pub struct Setting {
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
    /// The missing flag: 0 or 1.
    #[param(absent)]
    pub missing: Option<Flag>,
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
pub struct ModsecGetSettings;

impl Function for ModsecGetSettings {
    const NAME: &'static str = "modsec_get_settings";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
