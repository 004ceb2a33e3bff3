//! `modsec_assemble_config_text`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Multiline, Needs, Result, reply};

/// Upload text into a configuration file piece by piece.
#[derive(Input)]
pub struct Params {
    /// Path relative to the Apache configuration directory, e.g. modsec2.user.conf or
    /// `modsec_vendor_configs/VENDOR/one.conf`.
    pub config: FilePath,
    /// 1: make the new text live.
    #[param(default = 0)]
    pub deploy: Flag,
    /// 1: this piece is the last.
    #[param(name = "final", default = 0)]
    pub final_: Flag,
    /// 1: this piece is the first.
    #[param(default = 0)]
    pub init: Flag,
    /// The piece of text.
    pub text: Option<Multiline>,
}

/// See [`Params`].
pub struct ModsecAssembleConfigText;

impl Function for ModsecAssembleConfigText {
    const NAME: &'static str = "modsec_assemble_config_text";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
