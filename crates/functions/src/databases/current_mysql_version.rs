//! `current_mysql_version`

use api::{Acl, Cx, Effect, Engine, Function, Input, Needs, Output, Result, Word, ports::Flavor};

/// Says which program serves MySQL databases, and in which version.
#[derive(Debug, Input)]
pub struct Params;

/// The server in use.
#[derive(Debug, Output)]
pub struct Reply {
    /// The program.
    pub server: Server,
    /// Its version, of two numbers.
    pub version: String,
}

/// A program that serves MySQL databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Server {
    /// MySQL.
    #[word("mysql")]
    Mysql,
    /// `MariaDB`.
    #[word("mariadb")]
    Mariadb,
}

/// See [`Params`].
pub struct CurrentMysqlVersion;

impl Function for CurrentMysqlVersion {
    const NAME: &'static str = "current_mysql_version";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo, Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let server = cx.host.databases.server(Engine::Mysql)?;
        let version: Vec<&str> = server.version.split('.').take(2).collect();
        let program = match server.flavor {
            Flavor::Mariadb => Server::Mariadb,
            Flavor::Mysql | Flavor::Postgresql => Server::Mysql,
        };
        Ok(Reply { server: program, version: version.join(".") })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn the_machine_says_what_serves() {
        let data = World::new().data("root", "current_mysql_version", &[]);
        assert_eq!(data["server"], "mariadb");
        assert_eq!(data["version"].as_str().unwrap().split('.').count(), 2);
    }
}
