//! `innkeeper manual`: the pages for `man`, one for each command, as packages install them.

use std::path::PathBuf;

use clap::Args;

use super::Problem;

/// Where they go.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// The folder, which must be there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes them.
pub(super) fn write(options: &Options, innkeeper: clap::Command) -> Result<(), Problem> {
    clap_mangen::generate_to(innkeeper, &options.folder)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn every_command_has_a_page() {
        let folder = tempfile::tempdir().unwrap();
        let options = Options { folder: folder.path().to_owned() };
        write(&options, super::super::Innkeeper::command()).unwrap();
        for page in ["innkeeper.1", "innkeeper-serve.1", "innkeeper-backup.1"] {
            let text = std::fs::read_to_string(folder.path().join(page)).unwrap();
            assert!(text.contains(".TH"), "{page}");
        }
    }
}
