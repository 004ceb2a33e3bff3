//! `modsec_set_config_text`

use api::{Cx, Effect, FilePath, Function, Input, Multiline, Needs, Result, reply};

/// Stage a whole new text for a configuration file.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// The whole new text.
    pub text: Multiline,
}

/// See [`Params`].
pub struct ModsecSetConfigText;

impl Function for ModsecSetConfigText {
    const NAME: &'static str = "modsec_set_config_text";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
