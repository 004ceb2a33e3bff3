//! `set_tweaksetting`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Set the value of one Tweak Settings option.
#[derive(Input)]
pub struct Params {
    /// The key: e.g. proxysubdomains.
    pub key: String,
    /// The module.
    #[param(default = Module::Main)]
    pub module: Module,
    /// Present but empty: sets an empty value.
    pub value: Option<String>,
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

/// See [`Params`].
pub struct SetTweaksetting;

impl Function for SetTweaksetting {
    const NAME: &'static str = "set_tweaksetting";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
