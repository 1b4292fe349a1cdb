// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/outputfile.h"

#include "core/io/failure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sonoloom
{

Result<std::unique_ptr<OutputFile>> OutputFile::open(const AtomicFile& target)
{
    const int number = ::open(target.temporaryPath().c_str(), O_RDWR | O_CLOEXEC);
    if (number < 0) {
        return writeFailure(target.place(), errno);
    }
    return std::unique_ptr<OutputFile>(new OutputFile(number, target.place()));
}

OutputFile::OutputFile(int number, std::filesystem::path place) : descriptor_(number), place_(std::move(place)) {}

bool OutputFile::write(const void* bytes, std::size_t count)
{
    const char* rest = static_cast<const char*>(bytes);
    while (failure_ == 0 && count > 0) {
        const std::int64_t written = noted(::write(descriptor_.number(), rest, count));
        if (written > 0) {
            rest += written;
            count -= static_cast<std::size_t>(written);
        }
    }
    return failure_ == 0;
}

std::size_t OutputFile::read(void* bytes, std::size_t count)
{
    std::size_t done = 0;
    while (done < count) {
        const std::int64_t got = noted(::read(descriptor_.number(), static_cast<char*>(bytes) + done, count - done));
        if (got == 0 || failure_ != 0) {
            break;
        }
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return done;
}

std::int64_t OutputFile::seek(std::int64_t offset, int whence)
{
    return noted(::lseek(descriptor_.number(), offset, whence));
}

std::int64_t OutputFile::size()
{
    struct stat status {
    };
    return noted(::fstat(descriptor_.number(), &status)) == 0 ? status.st_size : 0;
}

Error OutputFile::error(const std::string& library) const
{
    if (hasFailed()) {
        return writeFailure(place_, failure_);
    }
    return {ErrorCode::WriteFailed,
            "Cannot write " + quoted(place_) + ": " + library + "; choose another kind of file."};
}

std::int64_t OutputFile::noted(std::int64_t result)
{
    if (result < 0 && errno != EINTR && failure_ == 0) {
        failure_ = errno;
    }
    return result;
}

} // namespace sonoloom
