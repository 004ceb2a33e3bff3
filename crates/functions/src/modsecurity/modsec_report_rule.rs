//! `modsec_report_rule`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Build, and if asked send, a report on a rule to its vendor.
#[derive(Input)]
pub struct Params {
    /// Contact address for the vendor's answer.
    pub email: EmailAddress,
    /// Why the rule is reported.
    pub message: String,
    /// Ids of hits (`modsec_get_log` id), separated by commas; all of one rule.
    pub row_ids: String,
    /// 1: send to the vendor; 0: only return the report.
    pub send: Flag,
    /// Free text, e.g. false positive.
    #[param(name = "type")]
    pub kind: String,
}

/// What `modsec_report_rule` answers.
#[derive(Output)]
pub struct Reply {
    /// The report.
    pub report: Vec<Report>,
}

/// One item of `report`.
#[derive(Output)]
pub struct Report {
    /// The email.
    pub email: String,
    /// The hits.
    pub hits: Vec<Hit>,
    /// The message.
    pub message: String,
    /// The rule text.
    pub rule_text: String,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// One item of `hits`.
#[derive(Output)]
pub struct Hit {
    /// The action description.
    pub action_desc: String,
    /// The handler.
    pub handler: Option<String>,
    /// The host.
    pub host: String,
    /// The HTTP method.
    pub http_method: String,
    /// The HTTP status.
    pub http_status: i64,
    /// The HTTP version.
    pub http_version: String,
    /// The ID.
    pub id: i64,
    /// The IP address.
    pub ip: String,
    /// The justification.
    pub justification: String,
    /// The meta file.
    pub meta_file: String,
    /// The meta ID.
    pub meta_id: i64,
    /// The meta line.
    pub meta_line: i64,
    /// The meta logdata.
    pub meta_logdata: Option<String>,
    /// The meta message.
    pub meta_msg: Option<String>,
    /// The meta offset.
    pub meta_offset: i64,
    /// The meta rev.
    pub meta_rev: Option<i64>,
    /// The meta severity.
    pub meta_severity: Option<MetaSeverity>,
    /// The meta URI.
    pub meta_uri: Option<String>,
    /// The path.
    pub path: String,
    /// The timestamp.
    pub timestamp: String,
    /// The timezone.
    pub timezone: String,
}

/// What `meta_severity` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MetaSeverity {
    /// `ALERT`.
    #[word("ALERT")]
    Alert,
    /// `CRITICAL`.
    #[word("CRITICAL")]
    Critical,
    /// `DEBUG`.
    #[word("DEBUG")]
    Debug,
    /// `EMERGENCY`.
    #[word("EMERGENCY")]
    Emergency,
    /// `ERROR`.
    #[word("ERROR")]
    Error,
    /// `INFO`.
    #[word("INFO")]
    Info,
    /// `NOTICE`.
    #[word("NOTICE")]
    Notice,
    /// `WARNING`.
    #[word("WARNING")]
    Warning,
}

/// See [`Params`].
pub struct ModsecReportRule;

impl Function for ModsecReportRule {
    const NAME: &'static str = "modsec_report_rule";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
