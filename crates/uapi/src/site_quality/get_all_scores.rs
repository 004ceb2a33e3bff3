//! `SiteQuality::get_all_scores`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// `SiteQuality::get_all_scores`.
#[derive(Input)]
pub struct Params {
    /// The verbose flag: 0 or 1.
    pub verbose: Flag,
}

/// What `get_all_scores` answers.
#[derive(Output)]
pub struct Reply {
    /// The scores.
    pub scores: Vec<Score>,
}

/// One item of `scores`.
#[derive(Output)]
pub struct Score {
    /// The system.
    pub system: System,
    /// The scores.
    pub scores: Scores,
}

/// The system.
#[derive(Output)]
pub struct System {
    /// The name.
    pub name: String,
    /// The ID.
    pub id: i64,
}

/// The scores.
#[derive(Output)]
pub struct Scores {
    /// The basic uptime.
    #[param(name = "basic-uptime")]
    pub basic_uptime: BasicUptime,
    /// The basic performance.
    #[param(name = "basic-performance")]
    pub basic_performance: BasicPerformance,
    /// The basic seo.
    #[param(name = "basic-seo")]
    pub basic_seo: BasicSeo,
    /// The basic content.
    #[param(name = "basic-content")]
    pub basic_content: BasicContent,
    /// The basic tech.
    #[param(name = "basic-tech")]
    pub basic_tech: BasicTech,
    /// The basic security.
    #[param(name = "basic-security")]
    pub basic_security: BasicSecurity,
}

/// The basic uptime.
#[derive(Output)]
pub struct BasicUptime {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// The master.
#[derive(Output)]
pub struct Master {
    /// The title.
    pub title: String,
    /// The status.
    pub status: Status,
    /// The message.
    pub message: String,
    /// The description.
    pub description: String,
    /// The identifier.
    pub identifier: String,
    /// The score.
    pub score: i64,
    /// The incidents.
    pub incidents: Vec<Value>,
    /// The attributes.
    pub attributes: Attributes,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `good`.
    #[word("good")]
    Good,
    /// `bad`.
    #[word("bad")]
    Bad,
}

/// The attributes.
#[derive(Output)]
pub struct Attributes {
    /// The score.
    pub score: i64,
    /// The limit.
    pub limit: i64,
}

/// One item of `sub_scores`.
#[derive(Output)]
pub struct SubScore {
    /// The title.
    pub title: String,
    /// The status.
    pub status: Status,
    /// The message.
    pub message: String,
    /// The description.
    pub description: String,
    /// The identifier.
    pub identifier: String,
    /// The score.
    pub score: i64,
    /// The incidents.
    pub incidents: Vec<Value>,
    /// The weight.
    pub weight: i64,
    /// The weighted score.
    pub weighted_score: i64,
    /// The attributes.
    pub attributes: AttributesPart,
}

/// The attributes.
#[derive(Output)]
pub struct AttributesPart {
    /// The scoring.
    pub scoring: String,
    /// The score.
    pub score: i64,
    /// The components processed.
    pub components_processed: i64,
    /// The components failed.
    pub components_failed: i64,
    /// The limit.
    pub limit: i64,
    /// The tool.
    pub tool: String,
}

/// The basic performance.
#[derive(Output)]
pub struct BasicPerformance {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// The basic seo.
#[derive(Output)]
pub struct BasicSeo {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// The basic content.
#[derive(Output)]
pub struct BasicContent {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// The basic tech.
#[derive(Output)]
pub struct BasicTech {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// The basic security.
#[derive(Output)]
pub struct BasicSecurity {
    /// The master.
    pub master: Master,
    /// The sub scores.
    pub sub_scores: Vec<SubScore>,
}

/// See [`Params`].
pub struct GetAllScores;

impl Function for GetAllScores {
    const NAME: &'static str = "get_all_scores";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
