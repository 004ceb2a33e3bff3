//! `modsec_get_config_text`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// Return the text of a configuration file.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
}

/// What `modsec_get_config_text` answers.
#[derive(Output)]
pub struct Reply {
    /// The text.
    pub text: String,
}

/// See [`Params`].
pub struct ModsecGetConfigText;

impl Function for ModsecGetConfigText {
    const NAME: &'static str = "modsec_get_config_text";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
