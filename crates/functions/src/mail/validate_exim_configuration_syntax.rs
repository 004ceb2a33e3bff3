//! `validate_exim_configuration_syntax`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Checks the syntax of an Exim configuration, given or installed.
#[derive(Input)]
pub struct Params {
    /// Raw configuration; absent: the installed one.
    pub cfg_text: Option<String>,
    /// E.g. acl; `cfg_text` then holds just that section.
    pub section: Option<String>,
}

/// What `validate_exim_configuration_syntax` answers.
#[derive(Output)]
pub struct Reply {
    /// The broken configuration HTML.
    #[param(absent)]
    pub broken_cfg_html: Option<String>,
    /// The broken configuration text.
    #[param(absent)]
    pub broken_cfg_text: Option<String>,
    /// The error line.
    #[param(absent)]
    pub error_line: Option<i64>,
    /// The error message.
    #[param(absent)]
    pub error_msg: Option<String>,
    /// The exim caps.
    #[param(absent)]
    pub exim_caps: Option<EximCaps>,
}

/// The exim caps.
#[derive(Output)]
pub struct EximCaps {
    /// The add header flag: 0 or 1.
    pub add_header: Flag,
    /// The archive flag: 0 or 1.
    pub archive: Flag,
    /// The boxtrapper flag: 0 or 1.
    pub boxtrapper: Flag,
    /// The content scanning flag: 0 or 1.
    pub content_scanning: Flag,
    /// The directives.
    pub directives: BTreeMap<String, Flag>,
    /// The DKIM flag: 0 or 1.
    pub dkim: Flag,
    /// The domainkeys flag: 0 or 1.
    pub domainkeys: Flag,
    /// The dovecot flag: 0 or 1.
    pub dovecot: Flag,
    /// The exiscan flag: 0 or 1.
    pub exiscan: Flag,
    /// The force command flag: 0 or 1.
    pub force_command: Flag,
    /// The maildir flag: 0 or 1.
    pub maildir: Flag,
    /// The mailman flag: 0 or 1.
    pub mailman: Flag,
    /// The no forward outbound spam flag: 0 or 1.
    pub no_forward_outbound_spam: Flag,
    /// The no forward outbound spam over int flag: 0 or 1.
    pub no_forward_outbound_spam_over_int: Flag,
    /// The notquit flag: 0 or 1.
    pub notquit: Flag,
    /// The passwd flag: 0 or 1.
    pub passwd: Flag,
    /// The rewrite from all flag: 0 or 1.
    pub rewrite_from_all: Flag,
    /// The rewrite from remote flag: 0 or 1.
    pub rewrite_from_remote: Flag,
    /// The SPF flag: 0 or 1.
    pub spf: Flag,
    /// The srs flag: 0 or 1.
    pub srs: Flag,
}

/// See [`Params`].
pub struct ValidateEximConfigurationSyntax;

impl Function for ValidateEximConfigurationSyntax {
    const NAME: &'static str = "validate_exim_configuration_syntax";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
