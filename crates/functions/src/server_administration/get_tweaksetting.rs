//! `get_tweaksetting`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the value of one Tweak Settings option.
#[derive(Input)]
pub struct Params {
    /// The key: e.g. defaultmailaction.
    pub key: String,
    /// The module.
    #[param(default = Module::Main)]
    pub module: Module,
}

/// What `module` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Module {
    /// `Apache`.
    #[word("Apache")]
    Apache,
    /// `Basic`.
    #[word("Basic")]
    Basic,
    /// `Mail`.
    #[word("Mail")]
    Mail,
    /// `Main`.
    #[word("Main")]
    Main,
}

/// What `get_tweaksetting` answers.
#[derive(Output)]
pub struct Reply {
    /// The tweaksetting.
    pub tweaksetting: Tweaksetting,
}

/// The tweaksetting.
#[derive(Output)]
pub struct Tweaksetting {
    /// The key.
    pub key: String,
    /// The value.
    pub value: String,
}

/// See [`Params`].
pub struct GetTweaksetting;

impl Function for GetTweaksetting {
    const NAME: &'static str = "get_tweaksetting";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
