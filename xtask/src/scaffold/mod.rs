//! `cargo xtask scaffold`: the functions that the contract names, as files to fill in.
//!
//! A file that is there is never touched. The lists (`mod.rs` of each group, `GROUPS`, `MODULES`) are
//! kept in the contract's order, and what else stands in those files stays. Functions of cPanel API 2
//! are written by hand; of them only the lists are made.

mod file;
mod legacy;
mod lists;
pub(crate) mod names;
mod needs;
mod params;
mod prose;
mod reply;

use crate::{
    Done,
    contract::{self, Contract, Facts},
    generated, workspace,
};
use file::Needed;
use lists::Library;

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write the lists only, from the files that are there.
    #[arg(long)]
    lists: bool,
    /// Write `contract/gaps.txt` and `contract/uapi/gaps.txt` only.
    #[arg(long, conflicts_with = "lists")]
    gaps: bool,
    /// Functions, or folders of groups, to leave out.
    #[arg(long, num_args = 1..)]
    except: Vec<String>,
}

/// Writes what is missing.
pub(crate) fn run(options: &Options) -> Done {
    if options.gaps {
        return generated::write_gaps();
    }
    let mut contract = Contract::read()?;
    let whm = Library::whm(std::mem::take(&mut contract.groups));
    let uapi = Library::uapi(contract::modules()?);
    if !options.lists {
        write_files(&whm, &options.except, |_, facts| {
            file::render(&facts.name, facts, &Needed::Acls(contract.needs(&facts.name)))
        })?;
        write_files(&uapi, &options.except, |module, facts| {
            let features = needs::features(module, &facts.name);
            let title = format!("{module}::{}", facts.name);
            file::render(&title, facts, &Needed::Features(features))
        })?;
    }
    for library in [whm, uapi, Library::api2()] {
        library.write()?;
    }
    workspace::format()
}

/// Writes the files that a library does not have.
fn write_files(
    library: &Library,
    except: &[String],
    render: impl Fn(&str, &Facts) -> String,
) -> Done {
    for group in library.groups.iter().filter(|group| !except.contains(&group.folder)) {
        for facts in &group.functions {
            if except.contains(&facts.name) || library.source(group, &facts.name).is_some() {
                continue;
            }
            let path = library.folder.join(&group.folder).join(&facts.name).with_extension("rs");
            workspace::write(&path, &render(&group.title, facts))?;
        }
    }
    Ok(())
}
